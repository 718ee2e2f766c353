// What a callout is given, what it answers, and how it puts packets back.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "fwp_types.h"
#include "ndis_buffers.h"
#include "net_option.h"
#include "ps.h"

typedef struct FWPS_INCOMING_VALUE0_ {
    FWP_VALUE0 value;
} FWPS_INCOMING_VALUE0, FWPS_INCOMING_VALUE;
typedef struct FWPS_INCOMING_VALUES0_ {
    UINT16 layerId;
    UINT32 valueCount;
    FWPS_INCOMING_VALUE0 *incomingValue;
} FWPS_INCOMING_VALUES0, FWPS_INCOMING_VALUES;

typedef struct FWPS_DISCARD_METADATA0_ {
    int discardModule;
    UINT32 discardReason;
    UINT64 filterId;
} FWPS_DISCARD_METADATA0;
typedef struct FWPS_INBOUND_FRAGMENT_METADATA0_ {
    UINT32 fragmentIdentification;
    UINT16 fragmentOffset;
    ULONG fragmentLength;
} FWPS_INBOUND_FRAGMENT_METADATA0;
typedef struct FWPS_INCOMING_METADATA_VALUES0_ {
    UINT32 currentMetadataValues;
    UINT32 flags;
    UINT64 reserved;
    FWPS_DISCARD_METADATA0 discardMetadata;
    UINT64 flowHandle;
    UINT32 ipHeaderSize;
    UINT32 transportHeaderSize;
    FWP_BYTE_BLOB *processPath;
    UINT64 token;
    UINT64 processId;
    UINT32 sourceInterfaceIndex;
    UINT32 destinationInterfaceIndex;
    ULONG compartmentId;
    FWPS_INBOUND_FRAGMENT_METADATA0 fragmentMetadata;
    ULONG pathMtu;
    HANDLE completionHandle;
    UINT64 transportEndpointHandle;
    SCOPE_ID remoteScopeId;
    WSACMSGHDR *controlData;
    ULONG controlDataLength;
    FWP_DIRECTION packetDirection;
    PVOID headerIncludeHeader;
    ULONG headerIncludeHeaderLength;
    PVOID destinationPrefix;
    UINT16 frameLength;
    UINT64 parentEndpointHandle;
    UINT32 icmpIdAndSequence;
    ULONG localRedirectTargetPID;
    SOCKADDR *originalDestination;
    HANDLE redirectRecords;
    UINT32 currentL2MetadataValues;
    UINT32 l2Flags;
    UINT32 ethernetMacHeaderSize;
    UINT32 wiFiOperationMode;
    PVOID padding0;
    PVOID vSwitchPacketContext;
    PVOID subProcessTag;
    UINT64 reserved1;
} FWPS_INCOMING_METADATA_VALUES0, FWPS_INCOMING_METADATA_VALUES;
#define FWPS_IS_METADATA_FIELD_PRESENT(Values, Field) \
    (((Values)->currentMetadataValues & (Field)) == (Field))
#define FWPS_IS_L2_METADATA_FIELD_PRESENT(Values, Field) \
    (((Values)->currentL2MetadataValues & (Field)) == (Field))
#define FWPS_METADATA_FIELD_DISCARD_REASON      0x00000001
#define FWPS_METADATA_FIELD_FLOW_HANDLE         0x00000002
#define FWPS_METADATA_FIELD_IP_HEADER_SIZE      0x00000004
#define FWPS_METADATA_FIELD_PROCESS_PATH        0x00000008
#define FWPS_METADATA_FIELD_TOKEN               0x00000010
#define FWPS_METADATA_FIELD_PROCESS_ID          0x00000020
#define FWPS_METADATA_FIELD_SYSTEM_FLAGS        0x00000040
#define FWPS_METADATA_FIELD_RESERVED            0x00000080
#define FWPS_METADATA_FIELD_SOURCE_INTERFACE_INDEX 0x00000100
#define FWPS_METADATA_FIELD_DESTINATION_INTERFACE_INDEX 0x00000200
#define FWPS_METADATA_FIELD_ICMP_ID_AND_SEQUENCE 0x00000400
#define FWPS_METADATA_FIELD_LOCAL_REDIRECT_TARGET_PID 0x00000800
#define FWPS_METADATA_FIELD_ORIGINAL_DESTINATION 0x00001000
#define FWPS_METADATA_FIELD_REDIRECT_RECORD_HANDLE 0x00002000
#define FWPS_METADATA_FIELD_SUB_PROCESS_TAG     0x00004000
#define FWPS_METADATA_FIELD_COMPARTMENT_ID      0x00010000
#define FWPS_METADATA_FIELD_FRAGMENT_DATA       0x00020000
#define FWPS_METADATA_FIELD_PATH_MTU            0x00040000
#define FWPS_METADATA_FIELD_COMPLETION_HANDLE   0x00080000
#define FWPS_METADATA_FIELD_TRANSPORT_ENDPOINT_HANDLE 0x00100000
#define FWPS_METADATA_FIELD_TRANSPORT_CONTROL_DATA 0x00200000
#define FWPS_METADATA_FIELD_REMOTE_SCOPE_ID     0x00400000
#define FWPS_METADATA_FIELD_PACKET_DIRECTION    0x00800000
#define FWPS_METADATA_FIELD_PACKET_SYSTEM_CRITICAL 0x01000000
#define FWPS_METADATA_FIELD_FORWARD_LAYER_OUTBOUND_PASS_THRU 0x02000000
#define FWPS_METADATA_FIELD_FORWARD_LAYER_INBOUND_PASS_THRU 0x04000000
#define FWPS_METADATA_FIELD_ALE_CLASSIFY_REQUIRED 0x08000000
#define FWPS_METADATA_FIELD_TRANSPORT_HEADER_INCLUDE_HEADER 0x10000000
#define FWPS_METADATA_FIELD_DESTINATION_PREFIX  0x20000000
#define FWPS_METADATA_FIELD_ETHER_FRAME_LENGTH  0x40000000
#define FWPS_METADATA_FIELD_PARENT_ENDPOINT_HANDLE 0x80000000
#define FWPS_METADATA_FIELD_TRANSPORT_HEADER_SIZE 0x00008000
#define FWPS_L2_METADATA_FIELD_ETHERNET_MAC_HEADER_SIZE 0x00000001

typedef struct FWPS_CLASSIFY_OUT0_ {
    FWP_ACTION_TYPE actionType;
    UINT64 outContext;
    UINT64 filterId;
    UINT32 rights;
    UINT32 flags;
    UINT32 reserved;
} FWPS_CLASSIFY_OUT0, FWPS_CLASSIFY_OUT;
#define FWPS_RIGHT_ACTION_WRITE                0x00000001
#define FWPS_CLASSIFY_OUT_FLAG_ABSORB          0x00000001
#define FWPS_CLASSIFY_OUT_FLAG_BUFFER_LIMIT_REACHED 0x00000002
#define FWPS_CLASSIFY_OUT_FLAG_NO_MORE_DATA    0x00000004
#define FWPS_CLASSIFY_OUT_FLAG_ALE_FAST_CACHE_CHECK 0x00000008
#define FWPS_FILTER_FLAG_CLEAR_ACTION_RIGHT    0x00000001
#define FWPS_FILTER_FLAG_PERMIT_IF_CALLOUT_UNREGISTERED 0x00000002
#define FWPS_CLASSIFY_FLAG_REAUTHORIZE_IF_MODIFIED_BY_OTHERS 0x00000001

typedef struct FWPS_FILTER_CONDITION0_ {
    UINT16 fieldId;
    UINT16 reserved;
    FWP_MATCH_TYPE matchType;
    FWP_CONDITION_VALUE0 conditionValue;
} FWPS_FILTER_CONDITION0, FWPS_FILTER_CONDITION;
typedef struct FWPS_ACTION0_ {
    FWP_ACTION_TYPE type;
    UINT32 calloutId;
} FWPS_ACTION0;
typedef struct FWPM_PROVIDER_CONTEXT0_ FWPM_PROVIDER_CONTEXT0;
typedef struct FWPM_PROVIDER_CONTEXT1_ FWPM_PROVIDER_CONTEXT1;
typedef struct FWPM_PROVIDER_CONTEXT2_ FWPM_PROVIDER_CONTEXT2;
typedef struct FWPM_PROVIDER_CONTEXT3_ FWPM_PROVIDER_CONTEXT3;
#define MODEL_FWPS_FILTER(Number)                          \
    typedef struct FWPS_FILTER##Number##_ {                \
        UINT64 filterId;                                   \
        FWP_VALUE0 weight;                                 \
        UINT16 subLayerWeight;                             \
        UINT16 flags;                                      \
        UINT32 numFilterConditions;                        \
        FWPS_FILTER_CONDITION0 *filterCondition;           \
        FWPS_ACTION0 action;                               \
        UINT64 context;                                    \
        FWPM_PROVIDER_CONTEXT##Number *providerContext;    \
    } FWPS_FILTER##Number
MODEL_FWPS_FILTER(0);
MODEL_FWPS_FILTER(1);
MODEL_FWPS_FILTER(2);
MODEL_FWPS_FILTER(3);

typedef enum FWPS_CALLOUT_NOTIFY_TYPE_ {
    FWPS_CALLOUT_NOTIFY_ADD_FILTER,
    FWPS_CALLOUT_NOTIFY_DELETE_FILTER,
    FWPS_CALLOUT_NOTIFY_ADD_FILTER_POST_COMMIT,
    FWPS_CALLOUT_NOTIFY_TYPE_MAX
} FWPS_CALLOUT_NOTIFY_TYPE;
typedef VOID(NTAPI *FWPS_CALLOUT_CLASSIFY_FN0)(
    const FWPS_INCOMING_VALUES0 *inFixedValues,
    const FWPS_INCOMING_METADATA_VALUES0 *inMetaValues, VOID *layerData,
    const FWPS_FILTER0 *filter, UINT64 flowContext,
    FWPS_CLASSIFY_OUT0 *classifyOut);
typedef NTSTATUS(NTAPI *FWPS_CALLOUT_NOTIFY_FN0)(
    FWPS_CALLOUT_NOTIFY_TYPE notifyType, const GUID *filterKey,
    const FWPS_FILTER0 *filter);
typedef VOID(NTAPI *FWPS_CALLOUT_FLOW_DELETE_NOTIFY_FN0)(UINT16 layerId,
                                                         UINT32 calloutId,
                                                         UINT64 flowContext);
typedef FWPS_CALLOUT_FLOW_DELETE_NOTIFY_FN0 FWPS_CALLOUT_FLOW_DELETE_NOTIFY_FN;
typedef struct FWPS_CALLOUT0_ {
    GUID calloutKey;
    UINT32 flags;
    FWPS_CALLOUT_CLASSIFY_FN0 classifyFn;
    FWPS_CALLOUT_NOTIFY_FN0 notifyFn;
    FWPS_CALLOUT_FLOW_DELETE_NOTIFY_FN0 flowDeleteFn;
} FWPS_CALLOUT0;
#define MODEL_FWPS_CALLOUT(Number)                                         \
    typedef VOID(NTAPI *FWPS_CALLOUT_CLASSIFY_FN##Number)(                 \
        const FWPS_INCOMING_VALUES0 *inFixedValues,                        \
        const FWPS_INCOMING_METADATA_VALUES0 *inMetaValues,                \
        VOID *layerData, const VOID *classifyContext,                      \
        const FWPS_FILTER##Number *filter, UINT64 flowContext,             \
        FWPS_CLASSIFY_OUT0 *classifyOut);                                  \
    typedef NTSTATUS(NTAPI *FWPS_CALLOUT_NOTIFY_FN##Number)(               \
        FWPS_CALLOUT_NOTIFY_TYPE notifyType, const GUID *filterKey,        \
        FWPS_FILTER##Number *filter);                                      \
    typedef struct FWPS_CALLOUT##Number##_ {                               \
        GUID calloutKey;                                                   \
        UINT32 flags;                                                      \
        FWPS_CALLOUT_CLASSIFY_FN##Number classifyFn;                       \
        FWPS_CALLOUT_NOTIFY_FN##Number notifyFn;                           \
        FWPS_CALLOUT_FLOW_DELETE_NOTIFY_FN0 flowDeleteFn;                  \
    } FWPS_CALLOUT##Number
MODEL_FWPS_CALLOUT(1);
MODEL_FWPS_CALLOUT(2);
MODEL_FWPS_CALLOUT(3);
#define FWPS_FILTER             FWPS_FILTER3
#define FWPS_CALLOUT            FWPS_CALLOUT3
#define FWPS_CALLOUT_CLASSIFY_FN FWPS_CALLOUT_CLASSIFY_FN3
#define FWPS_CALLOUT_NOTIFY_FN  FWPS_CALLOUT_NOTIFY_FN3

typedef enum FWPS_STREAM_ACTION_TYPE_ {
    FWPS_STREAM_ACTION_NONE,
    FWPS_STREAM_ACTION_ALLOW_CONNECTION,
    FWPS_STREAM_ACTION_NEED_MORE_DATA,
    FWPS_STREAM_ACTION_DROP_CONNECTION,
    FWPS_STREAM_ACTION_DEFER,
    FWPS_STREAM_ACTION_TYPE_MAX
} FWPS_STREAM_ACTION_TYPE;
typedef struct FWPS_STREAM_DATA_OFFSET0_ {
    NET_BUFFER_LIST *netBufferList;
    NET_BUFFER *netBuffer;
    MDL *mdl;
    UINT32 mdlOffset;
    UINT32 netBufferOffset;
    SIZE_T streamDataOffset;
} FWPS_STREAM_DATA_OFFSET0;
typedef struct FWPS_STREAM_DATA0_ {
    UINT32 flags;
    FWPS_STREAM_DATA_OFFSET0 dataOffset;
    SIZE_T dataLength;
    NET_BUFFER_LIST *netBufferListChain;
} FWPS_STREAM_DATA0, FWPS_STREAM_DATA;
typedef struct FWPS_STREAM_CALLOUT_IO_PACKET0_ {
    FWPS_STREAM_DATA0 *streamData;
    SIZE_T missedBytes;
    UINT32 countBytesRequired;
    SIZE_T countBytesEnforced;
    FWPS_STREAM_ACTION_TYPE streamAction;
} FWPS_STREAM_CALLOUT_IO_PACKET0, FWPS_STREAM_CALLOUT_IO_PACKET;
#define FWPS_STREAM_FLAG_RECEIVE            0x00000001
#define FWPS_STREAM_FLAG_RECEIVE_EXPEDITED  0x00000002
#define FWPS_STREAM_FLAG_RECEIVE_DISCONNECT 0x00000004
#define FWPS_STREAM_FLAG_RECEIVE_ABORT      0x00000008
#define FWPS_STREAM_FLAG_RECEIVE_PUSH       0x00000010
#define FWPS_STREAM_FLAG_SEND               0x00010000
#define FWPS_STREAM_FLAG_SEND_EXPEDITED     0x00020000
#define FWPS_STREAM_FLAG_SEND_NODELAY       0x00040000
#define FWPS_STREAM_FLAG_SEND_DISCONNECT    0x00080000
#define FWPS_STREAM_FLAG_SEND_ABORT         0x00100000

typedef struct FWPS_TRANSPORT_SEND_PARAMS1_ {
    UCHAR *remoteAddress;
    SCOPE_ID remoteScopeId;
    WSACMSGHDR *controlData;
    ULONG controlDataLength;
    UCHAR *headerIncludeHeader;
    ULONG headerIncludeHeaderLength;
} FWPS_TRANSPORT_SEND_PARAMS1, FWPS_TRANSPORT_SEND_PARAMS,
    FWPS_TRANSPORT_SEND_PARAMS0;
typedef struct FWPS_CONNECT_REQUEST0_ {
    SOCKADDR_STORAGE localAddressAndPort;
    SOCKADDR_STORAGE remoteAddressAndPort;
    UINT64 portReservationToken;
    ULONG localRedirectTargetPID;
    struct FWPS_CONNECT_REQUEST0_ *previousVersion;
    UINT64 modifierFilterId;
    HANDLE localRedirectHandle;
    VOID *localRedirectContext;
    SIZE_T localRedirectContextSize;
} FWPS_CONNECT_REQUEST0, FWPS_CONNECT_REQUEST;
typedef struct FWPS_BIND_REQUEST0_ {
    SOCKADDR_STORAGE localAddressAndPort;
    UINT64 portReservationToken;
    struct FWPS_BIND_REQUEST0_ *previousVersion;
    UINT64 modifierFilterId;
} FWPS_BIND_REQUEST0, FWPS_BIND_REQUEST;
typedef enum FWPS_CONNECTION_REDIRECT_STATE_ {
    FWPS_CONNECTION_NOT_REDIRECTED,
    FWPS_CONNECTION_REDIRECTED_BY_SELF,
    FWPS_CONNECTION_REDIRECTED_BY_OTHER,
    FWPS_CONNECTION_PREVIOUSLY_REDIRECTED_BY_SELF,
    FWPS_CONNECTION_STATE_MAX
} FWPS_CONNECTION_REDIRECT_STATE;
typedef enum FWPS_PACKET_INJECTION_STATE_ {
    FWPS_PACKET_NOT_INJECTED,
    FWPS_PACKET_INJECTED_BY_SELF,
    FWPS_PACKET_INJECTED_BY_OTHER,
    FWPS_PACKET_PREVIOUSLY_INJECTED_BY_SELF,
    FWPS_PACKET_INJECTION_STATE_MAX
} FWPS_PACKET_INJECTION_STATE;
typedef struct FWPS_PACKET_LIST_INBOUND_IPSEC_INFORMATION0_ {
    UINT32 isSecure : 1;
    UINT32 isTunnelMode : 1;
    UINT32 isTransportMode : 1;
    UINT32 isDeNatted : 1;
    UINT32 isDeTunneled : 1;
    UINT32 isAssociated : 1;
} FWPS_PACKET_LIST_INBOUND_IPSEC_INFORMATION0;
typedef struct FWPS_PACKET_LIST_INFORMATION0_ {
    struct {
        FWPS_PACKET_LIST_INBOUND_IPSEC_INFORMATION0 inbound;
        FWPS_PACKET_LIST_INBOUND_IPSEC_INFORMATION0 outbound;
    } ipsecInformation;
} FWPS_PACKET_LIST_INFORMATION0, FWPS_PACKET_LIST_INFORMATION;
#define FWPS_PACKET_LIST_INFORMATION_QUERY_IPSEC    0x00000001
#define FWPS_PACKET_LIST_INFORMATION_QUERY_INBOUND  0x00000002
#define FWPS_PACKET_LIST_INFORMATION_QUERY_OUTBOUND 0x00000004
#define FWPS_INJECTION_TYPE_STREAM    0x00000001
#define FWPS_INJECTION_TYPE_TRANSPORT 0x00000002
#define FWPS_INJECTION_TYPE_NETWORK   0x00000004
#define FWPS_INJECTION_TYPE_FORWARD   0x00000008
#define FWPS_INJECTION_TYPE_L2        0x00000010
#define FWPS_INJECTION_TYPE_VSWITCH_TRANSPORT 0x00000020

typedef VOID(NTAPI *FWPS_INJECT_COMPLETE0)(VOID *context,
                                           NET_BUFFER_LIST *netBufferList,
                                           BOOLEAN dispatchLevel);
typedef FWPS_INJECT_COMPLETE0 FWPS_INJECT_COMPLETE;

EXTERN_C_START
NTSTATUS FwpsCalloutRegister0(VOID *Device, const FWPS_CALLOUT0 *Callout,
                              UINT32 *Id);
NTSTATUS FwpsCalloutRegister1(VOID *Device, const FWPS_CALLOUT1 *Callout,
                              UINT32 *Id);
NTSTATUS FwpsCalloutRegister2(VOID *Device, const FWPS_CALLOUT2 *Callout,
                              UINT32 *Id);
NTSTATUS FwpsCalloutRegister3(VOID *Device, const FWPS_CALLOUT3 *Callout,
                              UINT32 *Id);
NTSTATUS FwpsCalloutUnregisterById0(UINT32 Id);
NTSTATUS FwpsCalloutUnregisterByKey0(const GUID *Key);
NTSTATUS FwpsFlowAssociateContext0(UINT64 Flow, UINT16 Layer, UINT32 Callout,
                                   UINT64 Context);
NTSTATUS FwpsFlowRemoveContext0(UINT64 Flow, UINT16 Layer, UINT32 Callout);
NTSTATUS FwpsFlowAbort0(UINT64 Flow);
NTSTATUS FwpsInjectionHandleCreate0(ADDRESS_FAMILY Family, UINT32 Flags,
                                    HANDLE *Handle);
NTSTATUS FwpsInjectionHandleDestroy0(HANDLE Handle);
NTSTATUS FwpsRedirectHandleCreate0(const GUID *Provider, UINT32 Flags,
                                   HANDLE *Handle);
VOID FwpsRedirectHandleDestroy0(HANDLE Handle);
NTSTATUS FwpsPendOperation0(HANDLE Completion, HANDLE *Context);
VOID FwpsCompleteOperation0(HANDLE Context, PNET_BUFFER_LIST Lists);
NTSTATUS FwpsPendClassify0(UINT64 Classify, UINT64 Filter, UINT32 Flags,
                           FWPS_CLASSIFY_OUT0 *Out);
VOID FwpsCompleteClassify0(UINT64 Classify, UINT32 Flags,
                           FWPS_CLASSIFY_OUT0 *Out);
NTSTATUS FwpsAcquireClassifyHandle0(VOID *Context, UINT32 Flags,
                                    UINT64 *Classify);
VOID FwpsReleaseClassifyHandle0(UINT64 Classify);
NTSTATUS FwpsAcquireWritableLayerDataPointer0(UINT64 Classify, UINT64 Filter,
                                              UINT32 Flags, PVOID *Data,
                                              FWPS_CLASSIFY_OUT0 *Out);
VOID FwpsApplyModifiedLayerData0(UINT64 Classify, PVOID Data, UINT32 Flags);
FWPS_CONNECTION_REDIRECT_STATE
FwpsQueryConnectionRedirectState0(HANDLE Records, HANDLE Redirect,
                                  VOID **Context);
NTSTATUS FwpsQueryConnectionSioFormatRedirectRecords0(HANDLE Records,
                                                      PVOID Buffer,
                                                      SIZE_T Length,
                                                      SIZE_T *Needed);
FWPS_PACKET_INJECTION_STATE
FwpsQueryPacketInjectionState0(HANDLE Handle, const NET_BUFFER_LIST *Lists,
                               HANDLE *Context);
NTSTATUS FwpsGetPacketListSecurityInformation0(
    NET_BUFFER_LIST *Lists, UINT32 Flags,
    FWPS_PACKET_LIST_INFORMATION0 *Information);
NTSTATUS FwpsAllocateCloneNetBufferList0(NET_BUFFER_LIST *Original,
                                         NDIS_HANDLE ListPool,
                                         NDIS_HANDLE BufferPool, ULONG Flags,
                                         NET_BUFFER_LIST **Clone);
VOID FwpsFreeCloneNetBufferList0(NET_BUFFER_LIST *Clone, ULONG Flags);
NTSTATUS FwpsAllocateNetBufferAndNetBufferList0(NDIS_HANDLE Pool,
                                                USHORT ContextSize,
                                                USHORT BackFill, MDL *Chain,
                                                ULONG Offset, SIZE_T Length,
                                                NET_BUFFER_LIST **List);
VOID FwpsFreeNetBufferList0(NET_BUFFER_LIST *List);
VOID FwpsReferenceNetBufferList0(NET_BUFFER_LIST *List, BOOLEAN Intend);
VOID FwpsDereferenceNetBufferList0(NET_BUFFER_LIST *List, BOOLEAN Dispatch);
NTSTATUS FwpsConstructIpHeaderForTransportPacket0(
    NET_BUFFER_LIST *List, ULONG Length, ADDRESS_FAMILY Family,
    const UCHAR *Source, const UCHAR *Remote, IPPROTO Protocol,
    UINT64 Endpoint, const WSACMSGHDR *Control, ULONG ControlLength,
    UINT32 Flags, PVOID Reserved, ULONG Interface,
    ULONG SubInterface);
NTSTATUS FwpsInjectTransportSendAsync1(HANDLE Handle, HANDLE Context,
                                       UINT64 Endpoint, UINT32 Flags,
                                       FWPS_TRANSPORT_SEND_PARAMS1 *Parameters,
                                       ADDRESS_FAMILY Family,
                                       ULONG Compartment,
                                       NET_BUFFER_LIST *List,
                                       FWPS_INJECT_COMPLETE0 Complete,
                                       HANDLE CompleteContext);
NTSTATUS FwpsInjectTransportReceiveAsync0(
    HANDLE Handle, HANDLE Context, PVOID Reserved, UINT32 Flags,
    ADDRESS_FAMILY Family, ULONG Compartment, ULONG Interface,
    ULONG SubInterface, NET_BUFFER_LIST *List,
    FWPS_INJECT_COMPLETE0 Complete, HANDLE CompleteContext);
NTSTATUS FwpsInjectNetworkSendAsync0(HANDLE Handle, HANDLE Context,
                                     UINT32 Flags, ULONG Compartment,
                                     NET_BUFFER_LIST *List,
                                     FWPS_INJECT_COMPLETE0 Complete,
                                     HANDLE CompleteContext);
NTSTATUS FwpsInjectNetworkReceiveAsync0(
    HANDLE Handle, HANDLE Context, UINT32 Flags, ULONG Compartment,
    ULONG Interface, ULONG SubInterface,
    NET_BUFFER_LIST *List, FWPS_INJECT_COMPLETE0 Complete,
    HANDLE CompleteContext);
NTSTATUS FwpsInjectForwardAsync0(HANDLE Handle, HANDLE Context, UINT32 Flags,
                                 ADDRESS_FAMILY Family, ULONG Compartment,
                                 ULONG Interface,
                                 NET_BUFFER_LIST *List,
                                 FWPS_INJECT_COMPLETE0 Complete,
                                 HANDLE CompleteContext);
NTSTATUS FwpsInjectMacSendAsync0(HANDLE Handle, HANDLE Context, UINT32 Flags,
                                 UINT16 Layer, ULONG Interface,
                                 ULONG Port, NET_BUFFER_LIST *Lists,
                                 FWPS_INJECT_COMPLETE0 Complete,
                                 HANDLE CompleteContext);
NTSTATUS FwpsInjectMacReceiveAsync0(HANDLE Handle, HANDLE Context,
                                    UINT32 Flags, UINT16 Layer,
                                    ULONG Interface, ULONG Port,
                                    NET_BUFFER_LIST *Lists,
                                    FWPS_INJECT_COMPLETE0 Complete,
                                    HANDLE CompleteContext);
NTSTATUS FwpsStreamInjectAsync0(HANDLE Handle, HANDLE Context, UINT32 Flags,
                                UINT64 Flow, UINT32 Callout, UINT16 Layer,
                                UINT32 StreamFlags, NET_BUFFER_LIST *Lists,
                                SIZE_T Length, FWPS_INJECT_COMPLETE0 Complete,
                                HANDLE CompleteContext);
NTSTATUS FwpsStreamContinue0(UINT64 Flow, UINT32 Callout, UINT16 Layer,
                             UINT32 StreamFlags);
NTSTATUS FwpsCloneStreamData0(FWPS_STREAM_DATA0 *Data, NDIS_HANDLE ListPool,
                              NDIS_HANDLE BufferPool, ULONG Flags,
                              NET_BUFFER_LIST **Clone);
VOID FwpsDiscardClonedStreamData0(NET_BUFFER_LIST *Clone, ULONG Flags,
                                  BOOLEAN Dispatch);
VOID FwpsCopyStreamDataToBuffer0(const FWPS_STREAM_DATA0 *Data, PVOID Buffer,
                                 SIZE_T Length, SIZE_T *Copied);
EXTERN_C_END

#define FwpsAcquireClassifyHandle FwpsAcquireClassifyHandle0
#define FwpsAcquireWritableLayerDataPointer FwpsAcquireWritableLayerDataPointer0
#define FwpsAllocateCloneNetBufferList FwpsAllocateCloneNetBufferList0
#define FwpsAllocateNetBufferAndNetBufferList \
    FwpsAllocateNetBufferAndNetBufferList0
#define FwpsApplyModifiedLayerData FwpsApplyModifiedLayerData0
#define FwpsCalloutUnregisterById FwpsCalloutUnregisterById0
#define FwpsCalloutUnregisterByKey FwpsCalloutUnregisterByKey0
#define FwpsCloneStreamData FwpsCloneStreamData0
#define FwpsCompleteClassify FwpsCompleteClassify0
#define FwpsCompleteOperation FwpsCompleteOperation0
#define FwpsConstructIpHeaderForTransportPacket \
    FwpsConstructIpHeaderForTransportPacket0
#define FwpsCopyStreamDataToBuffer FwpsCopyStreamDataToBuffer0
#define FwpsDereferenceNetBufferList FwpsDereferenceNetBufferList0
#define FwpsDiscardClonedStreamData FwpsDiscardClonedStreamData0
#define FwpsFlowAbort FwpsFlowAbort0
#define FwpsFlowAssociateContext FwpsFlowAssociateContext0
#define FwpsFlowRemoveContext FwpsFlowRemoveContext0
#define FwpsFreeCloneNetBufferList FwpsFreeCloneNetBufferList0
#define FwpsFreeNetBufferList FwpsFreeNetBufferList0
#define FwpsGetPacketListSecurityInformation \
    FwpsGetPacketListSecurityInformation0
#define FwpsInjectForwardAsync FwpsInjectForwardAsync0
#define FwpsInjectMacReceiveAsync FwpsInjectMacReceiveAsync0
#define FwpsInjectMacSendAsync FwpsInjectMacSendAsync0
#define FwpsInjectNetworkReceiveAsync FwpsInjectNetworkReceiveAsync0
#define FwpsInjectNetworkSendAsync FwpsInjectNetworkSendAsync0
#define FwpsInjectTransportReceiveAsync FwpsInjectTransportReceiveAsync0
#define FwpsInjectTransportSendAsync FwpsInjectTransportSendAsync1
#define FwpsInjectionHandleCreate FwpsInjectionHandleCreate0
#define FwpsInjectionHandleDestroy FwpsInjectionHandleDestroy0
#define FwpsPendClassify FwpsPendClassify0
#define FwpsPendOperation FwpsPendOperation0
#define FwpsQueryConnectionRedirectState FwpsQueryConnectionRedirectState0
#define FwpsQueryConnectionSioFormatRedirectRecords \
    FwpsQueryConnectionSioFormatRedirectRecords0
#define FwpsQueryPacketInjectionState FwpsQueryPacketInjectionState0
#define FwpsRedirectHandleCreate FwpsRedirectHandleCreate0
#define FwpsRedirectHandleDestroy FwpsRedirectHandleDestroy0
#define FwpsReferenceNetBufferList FwpsReferenceNetBufferList0
#define FwpsReleaseClassifyHandle FwpsReleaseClassifyHandle0
#define FwpsStreamContinue FwpsStreamContinue0
#define FwpsStreamInjectAsync FwpsStreamInjectAsync0
#define FwpsCalloutRegister FwpsCalloutRegister3
