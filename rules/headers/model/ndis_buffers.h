// Net buffers, lists of them, and what travels with a list.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "mm.h"

typedef PVOID NDIS_HANDLE, *PNDIS_HANDLE;
typedef int NDIS_STATUS, *PNDIS_STATUS;
struct _NET_BUFFER;
struct _NET_BUFFER_LIST;

typedef struct _NET_BUFFER_SHARED_MEMORY {
    struct _NET_BUFFER_SHARED_MEMORY *NextSharedMemorySegment;
    ULONG SharedMemoryFlags;
    NDIS_HANDLE SharedMemoryHandle;
    ULONG SharedMemoryOffset;
    ULONG SharedMemoryLength;
} NET_BUFFER_SHARED_MEMORY, *PNET_BUFFER_SHARED_MEMORY;

typedef struct _NET_BUFFER {
    struct _NET_BUFFER *Next;
    PMDL CurrentMdl;
    ULONG CurrentMdlOffset;
    union {
        ULONG DataLength;
        SIZE_T stDataLength;
    };
    PMDL MdlChain;
    ULONG DataOffset;
    USHORT ChecksumBias;
    USHORT Reserved;
    NDIS_HANDLE NdisPoolHandle;
    DECLSPEC_ALIGN(16) PVOID NdisReserved[2];
    DECLSPEC_ALIGN(16) PVOID ProtocolReserved[6];
    DECLSPEC_ALIGN(16) PVOID MiniportReserved[4];
    PHYSICAL_ADDRESS DataPhysicalAddress;
    union {
        PNET_BUFFER_SHARED_MEMORY SharedMemoryInfo;
        PVOID ScatterGatherList;
    };
} NET_BUFFER, *PNET_BUFFER;

typedef struct _NET_BUFFER_LIST_CONTEXT {
    struct _NET_BUFFER_LIST_CONTEXT *Next;
    USHORT Size;
    USHORT Offset;
    DECLSPEC_ALIGN(16) UCHAR ContextData[];
} NET_BUFFER_LIST_CONTEXT, *PNET_BUFFER_LIST_CONTEXT;

typedef enum _NDIS_NET_BUFFER_LIST_INFO {
    TcpIpChecksumNetBufferListInfo,
    TcpOffloadBytesTransferred = TcpIpChecksumNetBufferListInfo,
    IPsecOffloadV1NetBufferListInfo,
    TcpLargeSendNetBufferListInfo,
    TcpReceiveNoPush = TcpLargeSendNetBufferListInfo,
    ClassificationHandleNetBufferListInfo,
    Ieee8021QNetBufferListInfo,
    NetBufferListCancelId,
    MediaSpecificInformation,
    NetBufferListFrameType,
    NetBufferListHashValue,
    NetBufferListHashInfo,
    WfpNetBufferListInfo,
    IPsecOffloadV2NetBufferListInfo,
    IPsecOffloadV2HeaderNetBufferListInfo,
    IPsecOffloadV2TunnelNetBufferListInfo,
    NetBufferListFilteringInfo,
    MediaSpecificInformationEx,
    NblOriginalInterfaceIfIndex,
    TcpSendOffloadsSupplementalNetBufferListInfo,
    SwitchForwardingDetail,
    VirtualSubnetInfo,
    TcpRecvSegCoalesceInfo,
    RscTcpTimestampDelta,
    GftOffloadInformation,
    GftFlowEntryId,
    MaxNetBufferListInfo
} NDIS_NET_BUFFER_LIST_INFO, *PNDIS_NET_BUFFER_LIST_INFO;
#define NetBufferListProtocolId NetBufferListFrameType

typedef struct _NET_BUFFER_LIST {
    struct _NET_BUFFER_LIST *Next;
    PNET_BUFFER FirstNetBuffer;
    PNET_BUFFER_LIST_CONTEXT Context;
    struct _NET_BUFFER_LIST *ParentNetBufferList;
    NDIS_HANDLE NdisPoolHandle;
    DECLSPEC_ALIGN(16) PVOID NdisReserved[2];
    DECLSPEC_ALIGN(16) PVOID ProtocolReserved[4];
    DECLSPEC_ALIGN(16) PVOID MiniportReserved[2];
    PVOID Scratch;
    NDIS_HANDLE SourceHandle;
    ULONG NblFlags;
    LONG ChildRefCount;
    ULONG Flags;
    NDIS_STATUS Status;
    PVOID NetBufferListInfo[MaxNetBufferListInfo];
} NET_BUFFER_LIST, *PNET_BUFFER_LIST;

#define NET_BUFFER_NEXT_NB(Nb)            ((Nb)->Next)
#define NET_BUFFER_FIRST_MDL(Nb)          ((Nb)->MdlChain)
#define NET_BUFFER_DATA_LENGTH(Nb)        ((Nb)->DataLength)
#define NET_BUFFER_DATA_OFFSET(Nb)        ((Nb)->DataOffset)
#define NET_BUFFER_CURRENT_MDL(Nb)        ((Nb)->CurrentMdl)
#define NET_BUFFER_CURRENT_MDL_OFFSET(Nb) ((Nb)->CurrentMdlOffset)
#define NET_BUFFER_PROTOCOL_RESERVED(Nb)  ((Nb)->ProtocolReserved)
#define NET_BUFFER_MINIPORT_RESERVED(Nb)  ((Nb)->MiniportReserved)
#define NET_BUFFER_CHECKSUM_BIAS(Nb)      ((Nb)->ChecksumBias)
#define NET_BUFFER_SHARED_MEM_NEXT_SEGMENT(Info) \
    ((Info)->NextSharedMemorySegment)
#define NET_BUFFER_FIRST_SHARED_MEM_INFO(Nb) ((Nb)->SharedMemoryInfo)
#define NET_BUFFER_LIST_NEXT_NBL(Nbl)     ((Nbl)->Next)
#define NET_BUFFER_LIST_FIRST_NB(Nbl)     ((Nbl)->FirstNetBuffer)
#define NET_BUFFER_LIST_FLAGS(Nbl)        ((Nbl)->Flags)
#define NET_BUFFER_LIST_NBL_FLAGS(Nbl)    ((Nbl)->NblFlags)
#define NET_BUFFER_LIST_PROTOCOL_RESERVED(Nbl) ((Nbl)->ProtocolReserved)
#define NET_BUFFER_LIST_MINIPORT_RESERVED(Nbl) ((Nbl)->MiniportReserved)
#define NET_BUFFER_LIST_CONTEXT_DATA_START(Nbl) \
    ((PUCHAR)(((Nbl)->Context) + 1) + (Nbl)->Context->Offset)
#define NET_BUFFER_LIST_CONTEXT_DATA_SIZE(Nbl) ((Nbl)->Context->Size)
#define NET_BUFFER_LIST_INFO(Nbl, Id)     ((Nbl)->NetBufferListInfo[(Id)])
#define NET_BUFFER_LIST_STATUS(Nbl)       ((Nbl)->Status)
#define NDIS_GET_NET_BUFFER_LIST_CANCEL_ID(Nbl) \
    (NET_BUFFER_LIST_INFO(Nbl, NetBufferListCancelId))
#define NDIS_SET_NET_BUFFER_LIST_CANCEL_ID(Nbl, Id) \
    (NET_BUFFER_LIST_INFO(Nbl, NetBufferListCancelId) = (Id))
#define NdisTestNblFlag(Nbl, Bits)  (((Nbl)->NblFlags & (Bits)) != 0)
#define NdisSetNblFlag(Nbl, Bits)   ((Nbl)->NblFlags |= (Bits))
#define NdisClearNblFlag(Nbl, Bits) ((Nbl)->NblFlags &= ~(Bits))
#define NDIS_NBL_FLAGS_IS_IPV4      0x00000200
#define NDIS_NBL_FLAGS_IS_IPV6      0x00000400

typedef struct _NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO {
    union {
        struct {
            ULONG IsIPv4 : 1;
            ULONG IsIPv6 : 1;
            ULONG TcpChecksum : 1;
            ULONG UdpChecksum : 1;
            ULONG IpHeaderChecksum : 1;
            ULONG Reserved : 11;
            ULONG TcpHeaderOffset : 10;
        } Transmit;
        struct {
            ULONG TcpChecksumFailed : 1;
            ULONG UdpChecksumFailed : 1;
            ULONG IpChecksumFailed : 1;
            ULONG TcpChecksumSucceeded : 1;
            ULONG UdpChecksumSucceeded : 1;
            ULONG IpChecksumSucceeded : 1;
            ULONG Loopback : 1;
            ULONG TcpChecksumValueInvalid : 1;
            ULONG IpChecksumValueInvalid : 1;
        } Receive;
        PVOID Value;
    };
} NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO,
    *PNDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO;
typedef struct _NDIS_NET_BUFFER_LIST_8021Q_INFO {
    union {
        struct {
            UINT32 UserPriority : 3;
            UINT32 CanonicalFormatId : 1;
            UINT32 VlanId : 12;
            UINT32 Reserved : 16;
        } TagHeader;
        PVOID Value;
    };
} NDIS_NET_BUFFER_LIST_8021Q_INFO, *PNDIS_NET_BUFFER_LIST_8021Q_INFO;

typedef struct _NDIS_OBJECT_HEADER {
    UCHAR Type;
    UCHAR Revision;
    USHORT Size;
} NDIS_OBJECT_HEADER, *PNDIS_OBJECT_HEADER;
typedef struct _NET_BUFFER_LIST_POOL_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    UCHAR ProtocolId;
    BOOLEAN fAllocateNetBuffer;
    USHORT ContextSize;
    ULONG PoolTag;
    ULONG DataSize;
    ULONG Flags;
} NET_BUFFER_LIST_POOL_PARAMETERS, *PNET_BUFFER_LIST_POOL_PARAMETERS;
typedef struct _NET_BUFFER_POOL_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG PoolTag;
    ULONG DataSize;
    ULONG Flags;
} NET_BUFFER_POOL_PARAMETERS, *PNET_BUFFER_POOL_PARAMETERS;
#define NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1 1
#define NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NET_BUFFER_LIST_POOL_PARAMETERS, DataSize)
#define NET_BUFFER_POOL_PARAMETERS_REVISION_1 1
#define NDIS_SIZEOF_NET_BUFFER_POOL_PARAMETERS_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NET_BUFFER_POOL_PARAMETERS, DataSize)

typedef VOID NET_BUFFER_FREE_MDL_HANDLER(PMDL Mdl);
typedef PMDL NET_BUFFER_ALLOCATE_MDL_HANDLER(PULONG Size);
typedef NET_BUFFER_ALLOCATE_MDL_HANDLER *PNET_BUFFER_ALLOCATE_MDL_HANDLER;
typedef NET_BUFFER_FREE_MDL_HANDLER *PNET_BUFFER_FREE_MDL_HANDLER;

EXTERN_C_START
NDIS_HANDLE NdisAllocateNetBufferListPool(
    NDIS_HANDLE Handle, const NET_BUFFER_LIST_POOL_PARAMETERS *Parameters);
VOID NdisFreeNetBufferListPool(NDIS_HANDLE Pool);
NDIS_HANDLE NdisAllocateNetBufferPool(
    NDIS_HANDLE Handle, const NET_BUFFER_POOL_PARAMETERS *Parameters);
VOID NdisFreeNetBufferPool(NDIS_HANDLE Pool);
PNET_BUFFER_LIST NdisAllocateNetBufferList(NDIS_HANDLE Pool, USHORT ContextSize,
                                           USHORT ContextBackFill);
PNET_BUFFER NdisAllocateNetBuffer(NDIS_HANDLE Pool, PMDL Chain,
                                  ULONG Offset, SIZE_T Length);
VOID NdisFreeNetBuffer(PNET_BUFFER Nb);
VOID NdisFreeNetBufferList(PNET_BUFFER_LIST Nbl);
PNET_BUFFER_LIST NdisAllocateNetBufferAndNetBufferList(NDIS_HANDLE Pool,
                                                       USHORT ContextSize,
                                                       USHORT ContextBackFill,
                                                       PMDL Chain, ULONG Offset,
                                                       SIZE_T Length);
PNET_BUFFER_LIST NdisAllocateCloneNetBufferList(PNET_BUFFER_LIST Original,
                                                NDIS_HANDLE ListPool,
                                                NDIS_HANDLE BufferPool,
                                                ULONG Flags);
VOID NdisFreeCloneNetBufferList(PNET_BUFFER_LIST Clone, ULONG Flags);
NDIS_STATUS NdisAllocateNetBufferListContext(PNET_BUFFER_LIST Nbl,
                                             USHORT ContextSize,
                                             USHORT ContextBackFill,
                                             ULONG Tag);
VOID NdisFreeNetBufferListContext(PNET_BUFFER_LIST Nbl, USHORT ContextSize);
NDIS_STATUS NdisRetreatNetBufferDataStart(
    PNET_BUFFER Nb, ULONG Delta, ULONG BackFill,
    PNET_BUFFER_ALLOCATE_MDL_HANDLER Allocate);
VOID NdisAdvanceNetBufferDataStart(PNET_BUFFER Nb, ULONG Delta,
                                   BOOLEAN FreeMdl,
                                   PNET_BUFFER_FREE_MDL_HANDLER Free);
NDIS_STATUS NdisRetreatNetBufferListDataStart(
    PNET_BUFFER_LIST Nbl, ULONG Delta, ULONG BackFill,
    PNET_BUFFER_ALLOCATE_MDL_HANDLER Allocate,
    PNET_BUFFER_FREE_MDL_HANDLER Free);
VOID NdisAdvanceNetBufferListDataStart(PNET_BUFFER_LIST Nbl, ULONG Delta,
                                       BOOLEAN FreeMdl,
                                       PNET_BUFFER_FREE_MDL_HANDLER Free);
PVOID NdisGetDataBuffer(PNET_BUFFER Nb, ULONG Needed, PVOID Storage,
                        ULONG AlignMultiple, ULONG AlignOffset);
NDIS_STATUS NdisCopyFromNetBufferToNetBuffer(PNET_BUFFER To, ULONG ToOffset,
                                             ULONG Count, PNET_BUFFER From,
                                             ULONG FromOffset, PULONG Copied);
VOID NdisCopySendNetBufferListInfo(PNET_BUFFER_LIST To, PNET_BUFFER_LIST From);
VOID NdisCopyReceiveNetBufferListInfo(PNET_BUFFER_LIST To,
                                      PNET_BUFFER_LIST From);
EXTERN_C_END
