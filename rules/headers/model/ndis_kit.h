// What every NDIS driver calls: memory, locks, timers, work items, settings.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ndis_buffers.h"
#include "ps.h"

#define NDIS_STATUS_SUCCESS              ((NDIS_STATUS)STATUS_SUCCESS)
#define NDIS_STATUS_PENDING              ((NDIS_STATUS)STATUS_PENDING)
#define NDIS_STATUS_NOT_RECOGNIZED       ((NDIS_STATUS)0x00010001L)
#define NDIS_STATUS_NOT_COPIED           ((NDIS_STATUS)0x00010002L)
#define NDIS_STATUS_NOT_ACCEPTED         ((NDIS_STATUS)0x00010003L)
#define NDIS_STATUS_CALL_ACTIVE          ((NDIS_STATUS)0x00010007L)
#define NDIS_STATUS_INDICATION_REQUIRED  ((NDIS_STATUS)0x40230001L)
#define NDIS_STATUS_MEDIA_CONNECT        ((NDIS_STATUS)0x4001000BL)
#define NDIS_STATUS_MEDIA_DISCONNECT     ((NDIS_STATUS)0x4001000CL)
#define NDIS_STATUS_RESET_START          ((NDIS_STATUS)0x40010004L)
#define NDIS_STATUS_RESET_END            ((NDIS_STATUS)0x40010005L)
#define NDIS_STATUS_LINK_STATE           ((NDIS_STATUS)0x40010017L)
#define NDIS_STATUS_NETWORK_CHANGE       ((NDIS_STATUS)0x40010018L)
#define NDIS_STATUS_PORT_STATE           ((NDIS_STATUS)0x40010022L)
#define NDIS_STATUS_OPER_STATUS          ((NDIS_STATUS)0x40010023L)
#define NDIS_STATUS_PACKET_FILTER        ((NDIS_STATUS)0x40010026L)
#define NDIS_STATUS_FAILURE              ((NDIS_STATUS)STATUS_UNSUCCESSFUL)
#define NDIS_STATUS_RESOURCES       ((NDIS_STATUS)STATUS_INSUFFICIENT_RESOURCES)
#define NDIS_STATUS_CLOSING              ((NDIS_STATUS)0xC0010002L)
#define NDIS_STATUS_BAD_VERSION          ((NDIS_STATUS)0xC0010004L)
#define NDIS_STATUS_BAD_CHARACTERISTICS  ((NDIS_STATUS)0xC0010005L)
#define NDIS_STATUS_ADAPTER_NOT_FOUND    ((NDIS_STATUS)0xC0010006L)
#define NDIS_STATUS_OPEN_FAILED          ((NDIS_STATUS)0xC0010007L)
#define NDIS_STATUS_DEVICE_FAILED        ((NDIS_STATUS)0xC0010008L)
#define NDIS_STATUS_MULTICAST_FULL       ((NDIS_STATUS)0xC0010009L)
#define NDIS_STATUS_MULTICAST_EXISTS     ((NDIS_STATUS)0xC001000AL)
#define NDIS_STATUS_MULTICAST_NOT_FOUND  ((NDIS_STATUS)0xC001000BL)
#define NDIS_STATUS_REQUEST_ABORTED      ((NDIS_STATUS)0xC001000CL)
#define NDIS_STATUS_RESET_IN_PROGRESS    ((NDIS_STATUS)0xC001000DL)
#define NDIS_STATUS_NOT_SUPPORTED        ((NDIS_STATUS)STATUS_NOT_SUPPORTED)
#define NDIS_STATUS_INVALID_PACKET       ((NDIS_STATUS)0xC001000FL)
#define NDIS_STATUS_OPEN_LIST_FULL       ((NDIS_STATUS)0xC0010010L)
#define NDIS_STATUS_ADAPTER_NOT_READY    ((NDIS_STATUS)0xC0010011L)
#define NDIS_STATUS_ADAPTER_REMOVED      ((NDIS_STATUS)0xC0010018L)
#define NDIS_STATUS_NOT_INDICATING       ((NDIS_STATUS)0xC0010013L)
#define NDIS_STATUS_INVALID_LENGTH       ((NDIS_STATUS)0xC0010014L)
#define NDIS_STATUS_INVALID_DATA         ((NDIS_STATUS)0xC0010015L)
#define NDIS_STATUS_BUFFER_TOO_SHORT     ((NDIS_STATUS)0xC0010016L)
#define NDIS_STATUS_INVALID_OID          ((NDIS_STATUS)0xC0010017L)
#define NDIS_STATUS_FILE_NOT_FOUND       ((NDIS_STATUS)0xC001001BL)
#define NDIS_STATUS_SEND_ABORTED \
    ((NDIS_STATUS)STATUS_NDIS_REQUEST_ABORTED)
#define NDIS_STATUS_PAUSED               ((NDIS_STATUS)STATUS_NDIS_PAUSED)
#define NDIS_STATUS_INVALID_STATE \
    ((NDIS_STATUS)STATUS_INVALID_DEVICE_STATE)
#define NDIS_STATUS_INVALID_PARAMETER    ((NDIS_STATUS)STATUS_INVALID_PARAMETER)
#define NDIS_STATUS_INVALID_DEVICE_REQUEST \
    ((NDIS_STATUS)STATUS_INVALID_DEVICE_REQUEST)
#define NDIS_STATUS_BUFFER_OVERFLOW      ((NDIS_STATUS)STATUS_BUFFER_OVERFLOW)
#define NDIS_STATUS_DATA_NOT_ACCEPTED    ((NDIS_STATUS)STATUS_DATA_NOT_ACCEPTED)
#define NDIS_STATUS_REINIT_REQUIRED      ((NDIS_STATUS)0xC0010019L)
#define STATUS_NDIS_REQUEST_ABORTED      ((NTSTATUS)0xC023000CL)
#define NT_STATUS_TO_NDIS_STATUS(Status) ((NDIS_STATUS)(Status))
#define NDIS_STATUS_TO_NT_STATUS(Status) ((NTSTATUS)(Status))

typedef UNICODE_STRING NDIS_STRING, *PNDIS_STRING;
#define NDIS_STRING_CONST(Text) RTL_CONSTANT_STRING(L##Text)
typedef PHYSICAL_ADDRESS NDIS_PHYSICAL_ADDRESS, *PNDIS_PHYSICAL_ADDRESS;
#define NDIS_PHYSICAL_ADDRESS_CONST(Low, High) \
    { { (ULONG)(Low), (LONG)(High) } }
#define NdisGetPhysicalAddressLow(Address)  ((Address).LowPart)
#define NdisGetPhysicalAddressHigh(Address) ((Address).HighPart)
#define NdisMoveMemory(To, From, Size)   RtlCopyMemory((To), (From), (Size))
#define NdisZeroMemory(To, Size)         RtlZeroMemory((To), (Size))
#define NdisFillMemory(To, Size, Value)  RtlFillMemory((To), (Size), (Value))
#define NdisEqualMemory(Left, Right, Size) \
    RtlEqualMemory((Left), (Right), (Size))
#define NdisRetrieveUlong(To, From)      RtlCopyMemory((To), (From), 4)
#define NdisStoreUlong(To, Value)        (*(UNALIGNED ULONG *)(To) = (Value))
#define NdisInitializeListHead(Head)     InitializeListHead(Head)
#define NdisInterlockedIncrement(Target) InterlockedIncrement(Target)
#define NdisInterlockedDecrement(Target) InterlockedDecrement(Target)
#define NdisInitUnicodeString(String, Text) \
    RtlInitUnicodeString((String), (Text))
#define NdisEqualString(Left, Right, Ignore) \
    RtlEqualUnicodeString((Left), (Right), (Ignore))
#define NdisStallExecution(Microseconds) KeStallExecutionProcessor(Microseconds)
#define NdisGetCurrentSystemTime(Time)   KeQuerySystemTime(Time)
#define NDIS_PAGEABLE_FUNCTION(Function)
#define NDIS_PAGABLE_FUNCTION(Function)
#define NDIS_INIT_FUNCTION(Function)
#define NDIS_CURRENT_IRQL()              KeGetCurrentIrql()
#define NDIS_MDL_LINKAGE(Mdl)            ((Mdl)->Next)
#define NDIS_RW_LOCK_REFCOUNTS           0

typedef struct _NDIS_SPIN_LOCK {
    KSPIN_LOCK SpinLock;
    KIRQL OldIrql;
} NDIS_SPIN_LOCK, *PNDIS_SPIN_LOCK;
typedef struct _NDIS_RW_LOCK {
    PVOID Reserved[64];
} NDIS_RW_LOCK, *PNDIS_RW_LOCK;
typedef struct _NDIS_RW_LOCK_EX NDIS_RW_LOCK_EX, *PNDIS_RW_LOCK_EX;
typedef struct _LOCK_STATE {
    USHORT LockState;
    KIRQL OldIrql;
} LOCK_STATE, *PLOCK_STATE;
typedef struct _LOCK_STATE_EX {
    KIRQL OldIrql;
    UCHAR LockState;
    UCHAR Flags;
} LOCK_STATE_EX, *PLOCK_STATE_EX;
#define NDIS_RWL_AT_DISPATCH_LEVEL 1
typedef struct _NDIS_EVENT {
    KEVENT Event;
} NDIS_EVENT, *PNDIS_EVENT;

typedef VOID NDIS_IO_WORKITEM_ROUTINE(PVOID Context, NDIS_HANDLE Item);
typedef NDIS_IO_WORKITEM_ROUTINE NDIS_IO_WORKITEM_FUNCTION;
typedef NDIS_IO_WORKITEM_FUNCTION *NDIS_IO_WORKITEM;
typedef VOID NDIS_TIMER_FUNCTION(PVOID Specific1, PVOID Context,
                                 PVOID Specific2, PVOID Specific3);
typedef NDIS_TIMER_FUNCTION *PNDIS_TIMER_FUNCTION;
typedef struct _NDIS_TIMER_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    ULONG AllocationTag;
    PNDIS_TIMER_FUNCTION TimerFunction;
    PVOID FunctionContext;
} NDIS_TIMER_CHARACTERISTICS, *PNDIS_TIMER_CHARACTERISTICS;
#define NDIS_TIMER_CHARACTERISTICS_REVISION_1 1
#define NDIS_SIZEOF_TIMER_CHARACTERISTICS_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_TIMER_CHARACTERISTICS, FunctionContext)

typedef enum _NDIS_PARAMETER_TYPE {
    NdisParameterInteger,
    NdisParameterHexInteger,
    NdisParameterString,
    NdisParameterMultiString,
    NdisParameterBinary
} NDIS_PARAMETER_TYPE, *PNDIS_PARAMETER_TYPE;
typedef struct _NDIS_CONFIGURATION_PARAMETER {
    NDIS_PARAMETER_TYPE ParameterType;
    union {
        ULONG IntegerData;
        NDIS_STRING StringData;
        struct {
            USHORT Length;
            PVOID Buffer;
        } BinaryData;
    } ParameterData;
} NDIS_CONFIGURATION_PARAMETER, *PNDIS_CONFIGURATION_PARAMETER;
typedef struct _NDIS_CONFIGURATION_OBJECT {
    NDIS_OBJECT_HEADER Header;
    NDIS_HANDLE NdisHandle;
    ULONG Flags;
} NDIS_CONFIGURATION_OBJECT, *PNDIS_CONFIGURATION_OBJECT;
#define NDIS_CONFIGURATION_OBJECT_REVISION_1 1
#define NDIS_SIZEOF_CONFIGURATION_OBJECT_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_CONFIGURATION_OBJECT, Flags)
typedef struct _NDIS_GENERIC_OBJECT {
    NDIS_OBJECT_HEADER Header;
    PVOID Caller;
    PVOID CallersCaller;
    PDRIVER_OBJECT DriverObject;
} NDIS_GENERIC_OBJECT, *PNDIS_GENERIC_OBJECT;

EXTERN_C_START
PVOID NdisAllocateMemoryWithTagPriority(NDIS_HANDLE Handle, UINT Length,
                                        ULONG Tag, EX_POOL_PRIORITY Priority);
NDIS_STATUS NdisAllocateMemoryWithTag(PVOID *Memory, UINT Length, ULONG Tag);
VOID NdisFreeMemory(PVOID Memory, UINT Length, UINT Flags);
VOID NdisFreeMemoryWithTag(PVOID Memory, ULONG Tag);
VOID NdisFreeMemoryWithTagPriority(NDIS_HANDLE Handle, PVOID Memory,
                                   ULONG Tag);
PMDL NdisAllocateMdl(NDIS_HANDLE Handle, PVOID Address, UINT Length);
VOID NdisFreeMdl(PMDL Mdl);
VOID NdisQueryMdl(PMDL Mdl, PVOID *Address, PUINT Length, ULONG Priority);
VOID NdisGetNextMdl(PMDL Current, PMDL *Next);
VOID NdisAllocateSpinLock(PNDIS_SPIN_LOCK Lock);
VOID NdisFreeSpinLock(PNDIS_SPIN_LOCK Lock);
VOID NdisAcquireSpinLock(PNDIS_SPIN_LOCK Lock);
VOID NdisReleaseSpinLock(PNDIS_SPIN_LOCK Lock);
VOID NdisDprAcquireSpinLock(PNDIS_SPIN_LOCK Lock);
VOID NdisDprReleaseSpinLock(PNDIS_SPIN_LOCK Lock);
VOID NdisInitializeReadWriteLock(PNDIS_RW_LOCK Lock);
VOID NdisAcquireReadWriteLock(PNDIS_RW_LOCK Lock, BOOLEAN Write,
                              PLOCK_STATE State);
VOID NdisReleaseReadWriteLock(PNDIS_RW_LOCK Lock, PLOCK_STATE State);
PNDIS_RW_LOCK_EX NdisAllocateRWLock(NDIS_HANDLE Handle);
VOID NdisFreeRWLock(PNDIS_RW_LOCK_EX Lock);
VOID NdisAcquireRWLockRead(PNDIS_RW_LOCK_EX Lock, PLOCK_STATE_EX State,
                           UCHAR Flags);
VOID NdisAcquireRWLockWrite(PNDIS_RW_LOCK_EX Lock, PLOCK_STATE_EX State,
                            UCHAR Flags);
VOID NdisReleaseRWLock(PNDIS_RW_LOCK_EX Lock, PLOCK_STATE_EX State);
VOID NdisInitializeEvent(PNDIS_EVENT Event);
VOID NdisSetEvent(PNDIS_EVENT Event);
VOID NdisResetEvent(PNDIS_EVENT Event);
BOOLEAN NdisWaitEvent(PNDIS_EVENT Event, UINT Milliseconds);
VOID NdisMSleep(ULONG Microseconds);
PLIST_ENTRY NdisInterlockedInsertHeadList(PLIST_ENTRY Head, PLIST_ENTRY Entry,
                                          PNDIS_SPIN_LOCK Lock);
PLIST_ENTRY NdisInterlockedInsertTailList(PLIST_ENTRY Head, PLIST_ENTRY Entry,
                                          PNDIS_SPIN_LOCK Lock);
PLIST_ENTRY NdisInterlockedRemoveHeadList(PLIST_ENTRY Head,
                                          PNDIS_SPIN_LOCK Lock);
NDIS_HANDLE NdisAllocateIoWorkItem(NDIS_HANDLE Handle);
VOID NdisFreeIoWorkItem(NDIS_HANDLE Item);
VOID NdisQueueIoWorkItem(NDIS_HANDLE Item, NDIS_IO_WORKITEM Routine,
                         PVOID Context);
NDIS_STATUS NdisAllocateTimerObject(NDIS_HANDLE Handle,
                                    PNDIS_TIMER_CHARACTERISTICS Timer,
                                    PNDIS_HANDLE Object);
BOOLEAN NdisSetTimerObject(NDIS_HANDLE Object, LARGE_INTEGER DueTime,
                           LONG Period, PVOID Context);
BOOLEAN NdisCancelTimerObject(NDIS_HANDLE Object);
VOID NdisFreeTimerObject(NDIS_HANDLE Object);
NDIS_STATUS NdisOpenConfigurationEx(PNDIS_CONFIGURATION_OBJECT Object,
                                    PNDIS_HANDLE Configuration);
VOID NdisReadConfiguration(PNDIS_STATUS Status,
                           PNDIS_CONFIGURATION_PARAMETER *Value,
                           NDIS_HANDLE Configuration, PNDIS_STRING Keyword,
                           NDIS_PARAMETER_TYPE Type);
VOID NdisWriteConfiguration(PNDIS_STATUS Status, NDIS_HANDLE Configuration,
                            PNDIS_STRING Keyword,
                            PNDIS_CONFIGURATION_PARAMETER Value);
VOID NdisReadNetworkAddress(PNDIS_STATUS Status, PVOID *Address,
                            PUINT Length, NDIS_HANDLE Configuration);
VOID NdisCloseConfiguration(NDIS_HANDLE Configuration);
PNDIS_GENERIC_OBJECT NdisAllocateGenericObject(PDRIVER_OBJECT DriverObject,
                                               ULONG Tag, USHORT Size);
VOID NdisFreeGenericObject(PNDIS_GENERIC_OBJECT Object);
UINT NdisGetVersion(VOID);
ULONG NdisGetSharedDataAlignment(VOID);
NDIS_STATUS NdisUpcaseUnicodeString(PUNICODE_STRING To, PUNICODE_STRING From);
VOID NdisFreeString(NDIS_STRING String);
UCHAR NdisGeneratePartialCancelId(VOID);
VOID NdisWriteErrorLogEntry(NDIS_HANDLE Adapter, ULONG Code, ULONG Count, ...);
VOID NdisWriteEventLogEntry(PVOID Handle, NDIS_STATUS Code, ULONG Value,
                            USHORT Count, PVOID Strings, ULONG Size,
                            PVOID Data);
VOID NdisAdjustMdlLength(PMDL Mdl, ULONG Length);
ULONG NdisSystemProcessorCount(VOID);
EXTERN_C_END
#define NdisInitializeNPagedLookasideList ExInitializeNPagedLookasideList
#define NdisDeleteNPagedLookasideList     ExDeleteNPagedLookasideList
#define NdisAllocateFromNPagedLookasideList ExAllocateFromNPagedLookasideList
#define NdisFreeToNPagedLookasideList     ExFreeToNPagedLookasideList
