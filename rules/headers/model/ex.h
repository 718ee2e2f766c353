// The executive: pool, resources, push locks, rundown protection, lookaside
// lists, work queues, callbacks, timers.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ke.h"

typedef enum _POOL_TYPE {
    NonPagedPool = 0,
    NonPagedPoolExecute = NonPagedPool,
    PagedPool = 1,
    NonPagedPoolMustSucceed = 2,
    DontUseThisType = 3,
    NonPagedPoolCacheAligned = 4,
    PagedPoolCacheAligned = 5,
    NonPagedPoolCacheAlignedMustS = 6,
    MaxPoolType = 7,
    NonPagedPoolBase = 0,
    NonPagedPoolNx = 512,
    NonPagedPoolNxCacheAligned = 516,
    NonPagedPoolSession = 32,
    PagedPoolSession = 33
} POOL_TYPE;

typedef ULONG64 POOL_FLAGS;
#define POOL_FLAG_REQUIRED_START   0x0000000000000001ULL
#define POOL_FLAG_USE_QUOTA        0x0000000000000001ULL
#define POOL_FLAG_UNINITIALIZED    0x0000000000000002ULL
#define POOL_FLAG_SESSION          0x0000000000000004ULL
#define POOL_FLAG_CACHE_ALIGNED    0x0000000000000008ULL
#define POOL_FLAG_RAISE_ON_FAILURE 0x0000000000000020ULL
#define POOL_FLAG_NON_PAGED        0x0000000000000040ULL
#define POOL_FLAG_NON_PAGED_EXECUTE 0x0000000000000080ULL
#define POOL_FLAG_PAGED            0x0000000000000100ULL
#define POOL_NX_ALLOCATION         512
#define POOL_ZERO_ALLOCATION       1024
#define POOL_COLD_ALLOCATION       256
#define POOL_QUOTA_FAIL_INSTEAD_OF_RAISE 8
#define POOL_RAISE_IF_ALLOCATION_FAILURE 16

typedef enum _EX_POOL_PRIORITY {
    LowPoolPriority = 0,
    LowPoolPrioritySpecialPoolOverrun = 8,
    LowPoolPrioritySpecialPoolUnderrun = 9,
    NormalPoolPriority = 16,
    NormalPoolPrioritySpecialPoolOverrun = 24,
    NormalPoolPrioritySpecialPoolUnderrun = 25,
    HighPoolPriority = 32
} EX_POOL_PRIORITY;

typedef enum _POOL_EXTENDED_PARAMETER_TYPE {
    PoolExtendedParameterInvalidType,
    PoolExtendedParameterPriority,
    PoolExtendedParameterSecurePool,
    PoolExtendedParameterNumaNode
} POOL_EXTENDED_PARAMETER_TYPE;

typedef struct _POOL_EXTENDED_PARAMETER {
    ULONG64 Type : 8;
    ULONG64 Optional : 1;
    ULONG64 Reserved : 55;
    union {
        ULONG64 Reserved2;
        PVOID Reserved3;
        EX_POOL_PRIORITY Priority;
        ULONG PreferredNode;
    };
} POOL_EXTENDED_PARAMETER, *PPOOL_EXTENDED_PARAMETER;
typedef const POOL_EXTENDED_PARAMETER *PCPOOL_EXTENDED_PARAMETER;

typedef PVOID ALLOCATE_FUNCTION(POOL_TYPE Type, SIZE_T Size, ULONG Tag);
typedef ALLOCATE_FUNCTION *PALLOCATE_FUNCTION;
typedef VOID FREE_FUNCTION(PVOID Buffer);
typedef FREE_FUNCTION *PFREE_FUNCTION;

typedef struct DECLSPEC_ALIGN(64) _GENERAL_LOOKASIDE {
    SLIST_HEADER ListHead;
    USHORT Depth;
    USHORT MaximumDepth;
    ULONG TotalAllocates;
    ULONG AllocateMisses;
    ULONG TotalFrees;
    ULONG FreeMisses;
    POOL_TYPE Type;
    ULONG Tag;
    ULONG Size;
    PVOID Allocate;
    PVOID Free;
    LIST_ENTRY ListEntry;
    ULONG Reserved[4];
} GENERAL_LOOKASIDE, *PGENERAL_LOOKASIDE;

typedef struct _NPAGED_LOOKASIDE_LIST {
    GENERAL_LOOKASIDE L;
} NPAGED_LOOKASIDE_LIST, *PNPAGED_LOOKASIDE_LIST;
typedef struct _PAGED_LOOKASIDE_LIST {
    GENERAL_LOOKASIDE L;
} PAGED_LOOKASIDE_LIST, *PPAGED_LOOKASIDE_LIST;
typedef struct _LOOKASIDE_LIST_EX {
    GENERAL_LOOKASIDE L;
} LOOKASIDE_LIST_EX, *PLOOKASIDE_LIST_EX;
typedef PVOID ALLOCATE_FUNCTION_EX(POOL_TYPE Type, SIZE_T Size, ULONG Tag,
                                   PLOOKASIDE_LIST_EX Lookaside);
typedef ALLOCATE_FUNCTION_EX *PALLOCATE_FUNCTION_EX;
typedef VOID FREE_FUNCTION_EX(PVOID Buffer, PLOOKASIDE_LIST_EX Lookaside);
typedef FREE_FUNCTION_EX *PFREE_FUNCTION_EX;

typedef enum _WORK_QUEUE_TYPE {
    CriticalWorkQueue,
    DelayedWorkQueue,
    HyperCriticalWorkQueue,
    NormalWorkQueue,
    BackgroundWorkQueue,
    RealTimeWorkQueue,
    SuperCriticalWorkQueue,
    MaximumWorkQueue,
    CustomPriorityWorkQueue = 32
} WORK_QUEUE_TYPE;

typedef VOID WORKER_THREAD_ROUTINE(PVOID Parameter);
typedef WORKER_THREAD_ROUTINE *PWORKER_THREAD_ROUTINE;
typedef struct _WORK_QUEUE_ITEM {
    LIST_ENTRY List;
    PWORKER_THREAD_ROUTINE WorkerRoutine;
    volatile PVOID Parameter;
} WORK_QUEUE_ITEM, *PWORK_QUEUE_ITEM;
#define ExInitializeWorkItem(Item, Routine, Context) \
    do {                                             \
        (Item)->WorkerRoutine = (Routine);           \
        (Item)->Parameter = (Context);               \
        (Item)->List.Flink = NULL;                   \
    } while (0)

typedef struct _CALLBACK_OBJECT *PCALLBACK_OBJECT;
typedef VOID CALLBACK_FUNCTION(PVOID Context, PVOID Argument1,
                               PVOID Argument2);
typedef CALLBACK_FUNCTION *PCALLBACK_FUNCTION;

typedef struct _EX_TIMER *PEX_TIMER;
typedef VOID EXT_CALLBACK(PEX_TIMER Timer, PVOID Context);
typedef EXT_CALLBACK *PEXT_CALLBACK;
typedef VOID EXT_DELETE_CALLBACK(PVOID Context);
typedef EXT_DELETE_CALLBACK *PEXT_DELETE_CALLBACK;
typedef struct _EXT_SET_PARAMETERS {
    ULONG Version;
    ULONG Reserved;
    LONGLONG NoWakeTolerance;
} EXT_SET_PARAMETERS, *PEXT_SET_PARAMETERS;
typedef struct _EXT_DELETE_PARAMETERS {
    ULONG Version;
    ULONG Reserved;
    PEXT_DELETE_CALLBACK DeleteCallback;
    PVOID DeleteContext;
} EXT_DELETE_PARAMETERS, *PEXT_DELETE_PARAMETERS;
#define EX_TIMER_HIGH_RESOLUTION 4
#define EX_TIMER_NO_WAKE         8
#define EX_TIMER_NOTIFICATION    0x80000000

typedef ULONG_PTR EX_RUNDOWN_SIZE_T;
typedef union _RTL_RUN_ONCE {
    PVOID Ptr;
} RTL_RUN_ONCE, *PRTL_RUN_ONCE;
typedef ULONG RTL_RUN_ONCE_INIT_FN(PRTL_RUN_ONCE RunOnce, PVOID Parameter,
                                   PVOID *Context);
typedef RTL_RUN_ONCE_INIT_FN *PRTL_RUN_ONCE_INIT_FN;
#define RTL_RUN_ONCE_INIT          { 0 }
#define RTL_RUN_ONCE_CHECK_ONLY    1UL
#define RTL_RUN_ONCE_ASYNC         2UL
#define RTL_RUN_ONCE_INIT_FAILED   4UL
#define DrvRtPoolNxOptIn           0x00000001
#define EX_LOOKASIDE_LIST_EX_FLAGS_RAISE_ON_FAIL  1
#define EX_LOOKASIDE_LIST_EX_FLAGS_FAIL_NO_RAISE  2
#define EX_DEFAULT_PUSH_LOCK_FLAGS 0

MODEL_INLINE VOID ExInitializeDriverRuntime(ULONG Flags)
{
    UNREFERENCED_PARAMETER(Flags);
}

EXTERN_C_START
PVOID ExAllocatePool(POOL_TYPE Type, SIZE_T Size);
PVOID ExAllocatePoolWithTag(POOL_TYPE Type, SIZE_T Size, ULONG Tag);
PVOID ExAllocatePoolWithTagPriority(POOL_TYPE Type, SIZE_T Size, ULONG Tag,
                                    EX_POOL_PRIORITY Priority);
PVOID ExAllocatePoolWithQuotaTag(POOL_TYPE Type, SIZE_T Size, ULONG Tag);
PVOID ExAllocatePoolZero(POOL_TYPE Type, SIZE_T Size, ULONG Tag);
PVOID ExAllocatePoolUninitialized(POOL_TYPE Type, SIZE_T Size, ULONG Tag);
PVOID ExAllocatePoolQuotaZero(POOL_TYPE Type, SIZE_T Size, ULONG Tag);
PVOID ExAllocatePoolQuotaUninitialized(POOL_TYPE Type, SIZE_T Size, ULONG Tag);
PVOID ExAllocatePoolPriorityZero(POOL_TYPE Type, SIZE_T Size, ULONG Tag,
                                 EX_POOL_PRIORITY Priority);
PVOID ExAllocatePool2(POOL_FLAGS Flags, SIZE_T Size, ULONG Tag);
PVOID ExAllocatePool3(POOL_FLAGS Flags, SIZE_T Size, ULONG Tag,
                      PCPOOL_EXTENDED_PARAMETER Parameters, ULONG Count);
VOID ExFreePool(PVOID Buffer);
VOID ExFreePoolWithTag(PVOID Buffer, ULONG Tag);
VOID ExFreePool2(PVOID Buffer, ULONG Tag, PCPOOL_EXTENDED_PARAMETER Parameters,
                 ULONG Count);

NTSTATUS ExInitializeResourceLite(PERESOURCE Resource);
NTSTATUS ExReinitializeResourceLite(PERESOURCE Resource);
NTSTATUS ExDeleteResourceLite(PERESOURCE Resource);
BOOLEAN ExAcquireResourceExclusiveLite(PERESOURCE Resource, BOOLEAN Wait);
BOOLEAN ExAcquireResourceSharedLite(PERESOURCE Resource, BOOLEAN Wait);
BOOLEAN ExAcquireSharedStarveExclusive(PERESOURCE Resource, BOOLEAN Wait);
BOOLEAN ExAcquireSharedWaitForExclusive(PERESOURCE Resource, BOOLEAN Wait);
VOID ExReleaseResourceLite(PERESOURCE Resource);
VOID ExReleaseResourceForThreadLite(PERESOURCE Resource, ERESOURCE_THREAD Id);
VOID ExConvertExclusiveToSharedLite(PERESOURCE Resource);
BOOLEAN ExIsResourceAcquiredExclusiveLite(PERESOURCE Resource);
ULONG ExIsResourceAcquiredSharedLite(PERESOURCE Resource);
#define ExIsResourceAcquiredLite ExIsResourceAcquiredSharedLite
ERESOURCE_THREAD ExGetCurrentResourceThread(VOID);
PVOID ExEnterCriticalRegionAndAcquireResourceExclusive(PERESOURCE Resource);
PVOID ExEnterCriticalRegionAndAcquireResourceShared(PERESOURCE Resource);
VOID ExReleaseResourceAndLeaveCriticalRegion(PERESOURCE Resource);

VOID ExInitializeFastMutex(PFAST_MUTEX Mutex);
VOID ExAcquireFastMutex(PFAST_MUTEX Mutex);
VOID ExAcquireFastMutexUnsafe(PFAST_MUTEX Mutex);
BOOLEAN ExTryToAcquireFastMutex(PFAST_MUTEX Mutex);
VOID ExReleaseFastMutex(PFAST_MUTEX Mutex);
VOID ExReleaseFastMutexUnsafe(PFAST_MUTEX Mutex);

VOID ExInitializePushLock(PEX_PUSH_LOCK Lock);
VOID ExAcquirePushLockExclusive(PEX_PUSH_LOCK Lock);
VOID ExAcquirePushLockShared(PEX_PUSH_LOCK Lock);
VOID ExReleasePushLockExclusive(PEX_PUSH_LOCK Lock);
VOID ExReleasePushLockShared(PEX_PUSH_LOCK Lock);
VOID ExAcquirePushLockExclusiveEx(PEX_PUSH_LOCK Lock, ULONG Flags);
VOID ExAcquirePushLockSharedEx(PEX_PUSH_LOCK Lock, ULONG Flags);
VOID ExReleasePushLockExclusiveEx(PEX_PUSH_LOCK Lock, ULONG Flags);
VOID ExReleasePushLockSharedEx(PEX_PUSH_LOCK Lock, ULONG Flags);
VOID ExReleasePushLockEx(PEX_PUSH_LOCK Lock, ULONG Flags);

KIRQL ExAcquireSpinLockShared(PEX_SPIN_LOCK Lock);
KIRQL ExAcquireSpinLockExclusive(PEX_SPIN_LOCK Lock);
VOID ExReleaseSpinLockShared(PEX_SPIN_LOCK Lock, KIRQL OldIrql);
VOID ExReleaseSpinLockExclusive(PEX_SPIN_LOCK Lock, KIRQL OldIrql);
VOID ExAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK Lock);
VOID ExAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK Lock);
VOID ExReleaseSpinLockSharedFromDpcLevel(PEX_SPIN_LOCK Lock);
VOID ExReleaseSpinLockExclusiveFromDpcLevel(PEX_SPIN_LOCK Lock);
LOGICAL ExTryConvertSharedSpinLockExclusive(PEX_SPIN_LOCK Lock);

VOID ExInitializeRundownProtection(PEX_RUNDOWN_REF Rundown);
VOID ExReInitializeRundownProtection(PEX_RUNDOWN_REF Rundown);
BOOLEAN ExAcquireRundownProtection(PEX_RUNDOWN_REF Rundown);
BOOLEAN ExAcquireRundownProtectionEx(PEX_RUNDOWN_REF Rundown, ULONG Count);
VOID ExReleaseRundownProtection(PEX_RUNDOWN_REF Rundown);
VOID ExReleaseRundownProtectionEx(PEX_RUNDOWN_REF Rundown, ULONG Count);
VOID ExRundownCompleted(PEX_RUNDOWN_REF Rundown);
VOID ExWaitForRundownProtectionRelease(PEX_RUNDOWN_REF Rundown);
PEX_RUNDOWN_REF_CACHE_AWARE ExAllocateCacheAwareRundownProtection(
    POOL_TYPE Type, ULONG Tag);
VOID ExFreeCacheAwareRundownProtection(PEX_RUNDOWN_REF_CACHE_AWARE Rundown);
BOOLEAN ExAcquireRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE Ref);
VOID ExReleaseRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE Ref);
VOID ExWaitForRundownProtectionReleaseCacheAware(
    PEX_RUNDOWN_REF_CACHE_AWARE Rundown);

VOID ExInitializeNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside,
                                     PALLOCATE_FUNCTION Allocate,
                                     PFREE_FUNCTION Free, ULONG Flags,
                                     SIZE_T Size, ULONG Tag, USHORT Depth);
VOID ExDeleteNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside);
PVOID ExAllocateFromNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside);
VOID ExFreeToNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside,
                                 PVOID Entry);
VOID ExInitializePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside,
                                    PALLOCATE_FUNCTION Allocate,
                                    PFREE_FUNCTION Free, ULONG Flags,
                                    SIZE_T Size, ULONG Tag, USHORT Depth);
VOID ExDeletePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside);
PVOID ExAllocateFromPagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside);
VOID ExFreeToPagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside, PVOID Entry);
NTSTATUS ExInitializeLookasideListEx(PLOOKASIDE_LIST_EX Lookaside,
                                     PALLOCATE_FUNCTION_EX Allocate,
                                     PFREE_FUNCTION_EX Free, POOL_TYPE Type,
                                     ULONG Flags, SIZE_T Size, ULONG Tag,
                                     USHORT Depth);
VOID ExDeleteLookasideListEx(PLOOKASIDE_LIST_EX Lookaside);
VOID ExFlushLookasideListEx(PLOOKASIDE_LIST_EX Lookaside);
PVOID ExAllocateFromLookasideListEx(PLOOKASIDE_LIST_EX Lookaside);
VOID ExFreeToLookasideListEx(PLOOKASIDE_LIST_EX Lookaside, PVOID Entry);

VOID ExQueueWorkItem(PWORK_QUEUE_ITEM Item, WORK_QUEUE_TYPE Type);
NTSTATUS ExCreateCallback(PCALLBACK_OBJECT *Callback,
                          POBJECT_ATTRIBUTES Attributes, BOOLEAN Create,
                          BOOLEAN AllowMultiple);
PVOID ExRegisterCallback(PCALLBACK_OBJECT Callback, PCALLBACK_FUNCTION Function,
                         PVOID Context);
VOID ExUnregisterCallback(PVOID Registration);
VOID ExNotifyCallback(PVOID Callback, PVOID Argument1, PVOID Argument2);
PEX_TIMER ExAllocateTimer(PEXT_CALLBACK Callback, PVOID Context,
                          ULONG Attributes);
BOOLEAN ExSetTimer(PEX_TIMER Timer, LONGLONG DueTime, LONGLONG Period,
                   PEXT_SET_PARAMETERS Parameters);
BOOLEAN ExCancelTimer(PEX_TIMER Timer, PVOID Parameters);
BOOLEAN ExDeleteTimer(PEX_TIMER Timer, BOOLEAN Cancel, BOOLEAN Wait,
                      PEXT_DELETE_PARAMETERS Parameters);
VOID ExInitializeSetTimerParameters(PEXT_SET_PARAMETERS Parameters);
VOID ExInitializeDeleteTimerParameters(PEXT_DELETE_PARAMETERS Parameters);

VOID RtlRunOnceInitialize(PRTL_RUN_ONCE RunOnce);
NTSTATUS RtlRunOnceExecuteOnce(PRTL_RUN_ONCE RunOnce,
                               PRTL_RUN_ONCE_INIT_FN Function,
                               PVOID Parameter, PVOID *Context);
NTSTATUS RtlRunOnceBeginInitialize(PRTL_RUN_ONCE RunOnce, ULONG Flags,
                                   PVOID *Context);
NTSTATUS RtlRunOnceComplete(PRTL_RUN_ONCE RunOnce, ULONG Flags, PVOID Context);

PLIST_ENTRY ExInterlockedInsertHeadList(PLIST_ENTRY Head, PLIST_ENTRY Entry,
                                        PKSPIN_LOCK Lock);
PLIST_ENTRY ExInterlockedInsertTailList(PLIST_ENTRY Head, PLIST_ENTRY Entry,
                                        PKSPIN_LOCK Lock);
PLIST_ENTRY ExInterlockedRemoveHeadList(PLIST_ENTRY Head, PKSPIN_LOCK Lock);
PSINGLE_LIST_ENTRY ExInterlockedPopEntryList(PSINGLE_LIST_ENTRY Head,
                                             PKSPIN_LOCK Lock);
PSINGLE_LIST_ENTRY ExInterlockedPushEntryList(PSINGLE_LIST_ENTRY Head,
                                              PSINGLE_LIST_ENTRY Entry,
                                              PKSPIN_LOCK Lock);
ULONG ExInterlockedAddUlong(PULONG Target, ULONG Value, PKSPIN_LOCK Lock);
LARGE_INTEGER ExInterlockedAddLargeInteger(PLARGE_INTEGER Target,
                                           LARGE_INTEGER Value,
                                           PKSPIN_LOCK Lock);
KPROCESSOR_MODE ExGetPreviousMode(VOID);
NTSTATUS ExUuidCreate(GUID *Uuid);
ULONG ExSetTimerResolution(ULONG Resolution, BOOLEAN Set);
VOID ExSystemTimeToLocalTime(PLARGE_INTEGER System, PLARGE_INTEGER Local);
VOID ExLocalTimeToSystemTime(PLARGE_INTEGER Local, PLARGE_INTEGER System);
NTSTATUS ExGetFirmwareEnvironmentVariable(PUNICODE_STRING Name, LPGUID Vendor,
                                          PVOID Value, PULONG Length,
                                          PULONG Attributes);
SIZE_T ExQueryPoolBlockSize(PVOID Block, PBOOLEAN QuotaCharged);
BOOLEAN ExVerifySuite(int SuiteType);
VOID ProbeForRead(const volatile VOID *Address, SIZE_T Length, ULONG Alignment);
VOID ProbeForWrite(volatile VOID *Address, SIZE_T Length, ULONG Alignment);
EXTERN_C_END
