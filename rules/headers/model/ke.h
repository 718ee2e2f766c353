// The kernel proper: processors, time, threads' priorities, stopping the
// machine.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "sync.h"

typedef struct _KTHREAD *PKTHREAD, *PRKTHREAD;
typedef struct _ETHREAD *PETHREAD;
typedef struct _KPROCESS *PKPROCESS, *PRKPROCESS;
typedef struct _EPROCESS *PEPROCESS;
typedef struct _KINTERRUPT *PKINTERRUPT;

typedef BOOLEAN KSERVICE_ROUTINE(struct _KINTERRUPT *Interrupt, PVOID Context);
typedef KSERVICE_ROUTINE *PKSERVICE_ROUTINE;
typedef BOOLEAN KSYNCHRONIZE_ROUTINE(PVOID Context);
typedef KSYNCHRONIZE_ROUTINE *PKSYNCHRONIZE_ROUTINE;
typedef VOID KSTART_ROUTINE(PVOID StartContext);
typedef KSTART_ROUTINE *PKSTART_ROUTINE;
typedef ULONG_PTR KIPI_BROADCAST_WORKER(ULONG_PTR Argument);
typedef KIPI_BROADCAST_WORKER *PKIPI_BROADCAST_WORKER;
typedef VOID EXPAND_STACK_CALLOUT(PVOID Parameter);
typedef EXPAND_STACK_CALLOUT *PEXPAND_STACK_CALLOUT;

typedef enum _KINTERRUPT_MODE { LevelSensitive, Latched } KINTERRUPT_MODE;

typedef enum _KBUGCHECK_CALLBACK_REASON {
    KbCallbackInvalid,
    KbCallbackReserved1,
    KbCallbackSecondaryDumpData,
    KbCallbackDumpIo,
    KbCallbackAddPages,
    KbCallbackSecondaryMultiPartDumpData,
    KbCallbackRemovePages,
    KbCallbackTriageDumpData
} KBUGCHECK_CALLBACK_REASON;

struct _KBUGCHECK_REASON_CALLBACK_RECORD;
typedef VOID KBUGCHECK_REASON_CALLBACK_ROUTINE(
    KBUGCHECK_CALLBACK_REASON Reason,
    struct _KBUGCHECK_REASON_CALLBACK_RECORD *Record, PVOID Data,
    ULONG DataLength);
typedef KBUGCHECK_REASON_CALLBACK_ROUTINE *PKBUGCHECK_REASON_CALLBACK_ROUTINE;
typedef struct _KBUGCHECK_REASON_CALLBACK_RECORD {
    LIST_ENTRY Entry;
    PKBUGCHECK_REASON_CALLBACK_ROUTINE CallbackRoutine;
    PUCHAR Component;
    ULONG_PTR Checksum;
    KBUGCHECK_CALLBACK_REASON Reason;
    UCHAR State;
} KBUGCHECK_REASON_CALLBACK_RECORD, *PKBUGCHECK_REASON_CALLBACK_RECORD;

typedef struct _KAPC_STATE {
    LIST_ENTRY ApcListHead[MaximumMode];
    PVOID Process;
    BOOLEAN KernelApcInProgress;
    BOOLEAN KernelApcPending;
    BOOLEAN UserApcPending;
} KAPC_STATE, *PKAPC_STATE, *PRKAPC_STATE;

typedef struct _KAPC {
    UCHAR Type;
    UCHAR AllFlags;
    UCHAR Size;
    UCHAR SpareByte1;
    ULONG SpareLong0;
    PKTHREAD Thread;
    LIST_ENTRY ApcListEntry;
    PVOID Reserved[3];
    PVOID NormalContext;
    PVOID SystemArgument1;
    PVOID SystemArgument2;
    CCHAR ApcStateIndex;
    KPROCESSOR_MODE ApcMode;
    BOOLEAN Inserted;
} KAPC, *PKAPC, *PRKAPC;

typedef struct _KDPC_WATCHDOG_INFORMATION {
    ULONG DpcTimeLimit;
    ULONG DpcTimeCount;
    ULONG DpcWatchdogLimit;
    ULONG DpcWatchdogCount;
    ULONG Reserved;
} KDPC_WATCHDOG_INFORMATION, *PKDPC_WATCHDOG_INFORMATION;

typedef struct _XSTATE_SAVE {
    PVOID Reserved[8];
} XSTATE_SAVE, *PXSTATE_SAVE;

typedef enum _KE_PROCESSOR_CHANGE_NOTIFY_STATE {
    KeProcessorAddStartNotify,
    KeProcessorAddCompleteNotify,
    KeProcessorAddFailureNotify
} KE_PROCESSOR_CHANGE_NOTIFY_STATE;

typedef struct _KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT {
    KE_PROCESSOR_CHANGE_NOTIFY_STATE State;
    ULONG NtNumber;
    NTSTATUS Status;
    PROCESSOR_NUMBER ProcNumber;
} KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT, *PKE_PROCESSOR_CHANGE_NOTIFY_CONTEXT;
typedef VOID PROCESSOR_CALLBACK_FUNCTION(
    PVOID Context, PKE_PROCESSOR_CHANGE_NOTIFY_CONTEXT Change,
    PNTSTATUS Status);
typedef PROCESSOR_CALLBACK_FUNCTION *PPROCESSOR_CALLBACK_FUNCTION;
#define KE_PROCESSOR_CHANGE_ADD_EXISTING 1

#define ALL_PROCESSOR_GROUPS         0xffff
#define MAXIMUM_PROCESSORS           64
#define XSTATE_MASK_LEGACY           3
#define XSTATE_MASK_AVX              4
#define FAST_FAIL_RANGE_CHECK_FAILURE 8
#define FAST_FAIL_CORRUPT_LIST_ENTRY 3
#define FAST_FAIL_INVALID_ARG        5
#define FAST_FAIL_FATAL_APP_EXIT     7
#define FAST_FAIL_INVALID_REFERENCE_COUNT 14

#define FAST_FAIL_HEAP_METADATA_CORRUPTION 50
#define FAST_FAIL_GUARD_ICALL_CHECK_FAILURE 10
#define FAST_FAIL_LEGACY_GS_VIOLATION 0
#define FAST_FAIL_STACK_COOKIE_CHECK_FAILURE 2
#define FAST_FAIL_GS_COOKIE_INIT     6
#define MANUALLY_INITIATED_CRASH     0xE2
#define DRIVER_VERIFIER_DETECTED_VIOLATION 0xC4
#define DRIVER_VIOLATION             0x121
#define KERNEL_SECURITY_CHECK_FAILURE 0x139
#define PF_XMMI64_INSTRUCTIONS_AVAILABLE 10
#define PF_XSAVE_ENABLED             17

EXTERN_C_START
DECLSPEC_NORETURN VOID KeBugCheck(ULONG Code);
DECLSPEC_NORETURN VOID KeBugCheckEx(ULONG Code, ULONG_PTR Parameter1,
                                    ULONG_PTR Parameter2, ULONG_PTR Parameter3,
                                    ULONG_PTR Parameter4);
DECLSPEC_NORETURN void __fastfail(unsigned int Code);
DECLSPEC_NORETURN VOID RtlFailFast(ULONG Code);
DECLSPEC_NORETURN VOID RtlRaiseStatus(NTSTATUS Status);
DECLSPEC_NORETURN VOID ExRaiseStatus(NTSTATUS Status);
DECLSPEC_NORETURN VOID ExRaiseAccessViolation(VOID);
DECLSPEC_NORETURN VOID ExRaiseDatatypeMisalignment(VOID);
BOOLEAN KeRegisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD Record,
                                   PKBUGCHECK_CALLBACK_ROUTINE Routine,
                                   PVOID Buffer, ULONG Length,
                                   PUCHAR Component);
BOOLEAN KeDeregisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD Record);
BOOLEAN KeRegisterBugCheckReasonCallback(
    PKBUGCHECK_REASON_CALLBACK_RECORD Record,
    PKBUGCHECK_REASON_CALLBACK_ROUTINE Routine,
    KBUGCHECK_CALLBACK_REASON Reason, PUCHAR Component);
BOOLEAN KeDeregisterBugCheckReasonCallback(
    PKBUGCHECK_REASON_CALLBACK_RECORD Record);

PKTHREAD KeGetCurrentThread(VOID);
ULONG KeGetCurrentProcessorNumber(VOID);
ULONG KeGetCurrentProcessorNumberEx(PPROCESSOR_NUMBER Number);
ULONG KeGetCurrentProcessorIndex(VOID);
ULONG KeGetProcessorIndexFromNumber(PPROCESSOR_NUMBER Number);
NTSTATUS KeGetProcessorNumberFromIndex(ULONG Index, PPROCESSOR_NUMBER Number);
ULONG KeQueryActiveProcessorCount(KAFFINITY *Active);
ULONG KeQueryActiveProcessorCountEx(USHORT Group);
ULONG KeQueryMaximumProcessorCount(VOID);
ULONG KeQueryMaximumProcessorCountEx(USHORT Group);
USHORT KeQueryActiveGroupCount(VOID);
USHORT KeQueryMaximumGroupCount(VOID);
KAFFINITY KeQueryActiveProcessors(VOID);
KAFFINITY KeQueryGroupAffinity(USHORT Group);
VOID KeQueryNodeActiveAffinity(USHORT Node, PGROUP_AFFINITY Affinity,
                               PUSHORT Count);
USHORT KeQueryHighestNodeNumber(VOID);
USHORT KeGetCurrentNodeNumber(VOID);
VOID KeSetSystemAffinityThread(KAFFINITY Affinity);
KAFFINITY KeSetSystemAffinityThreadEx(KAFFINITY Affinity);
VOID KeRevertToUserAffinityThread(VOID);
VOID KeRevertToUserAffinityThreadEx(KAFFINITY Affinity);
VOID KeSetSystemGroupAffinityThread(PGROUP_AFFINITY New, PGROUP_AFFINITY Old);
VOID KeRevertToUserGroupAffinityThread(PGROUP_AFFINITY Old);
PVOID KeRegisterProcessorChangeCallback(PPROCESSOR_CALLBACK_FUNCTION Function,
                                        PVOID Context, ULONG Flags);
VOID KeDeregisterProcessorChangeCallback(PVOID CallbackHandle);
KPRIORITY KeSetPriorityThread(PKTHREAD Thread, KPRIORITY Priority);
KPRIORITY KeQueryPriorityThread(PKTHREAD Thread);
LONG KeSetBasePriorityThread(PKTHREAD Thread, LONG Increment);
VOID KeStackAttachProcess(PRKPROCESS Process, PRKAPC_STATE State);
VOID KeUnstackDetachProcess(PRKAPC_STATE State);
NTSTATUS KeExpandKernelStackAndCallout(PEXPAND_STACK_CALLOUT Callout,
                                       PVOID Parameter, SIZE_T Size);
NTSTATUS KeExpandKernelStackAndCalloutEx(PEXPAND_STACK_CALLOUT Callout,
                                         PVOID Parameter, SIZE_T Size,
                                         BOOLEAN Wait, PVOID Context);
ULONG_PTR KeIpiGenericCall(PKIPI_BROADCAST_WORKER Function, ULONG_PTR Context);
BOOLEAN KeSynchronizeExecution(PKINTERRUPT Interrupt,
                               PKSYNCHRONIZE_ROUTINE Routine, PVOID Context);
KIRQL KeAcquireInterruptSpinLock(PKINTERRUPT Interrupt);
VOID KeReleaseInterruptSpinLock(PKINTERRUPT Interrupt, KIRQL OldIrql);
NTSTATUS KeQueryDpcWatchdogInformation(PKDPC_WATCHDOG_INFORMATION Watchdog);
ULONG KeShouldYieldProcessor(VOID);
NTSTATUS KeSaveFloatingPointState(PKFLOATING_SAVE State);
NTSTATUS KeRestoreFloatingPointState(PKFLOATING_SAVE State);
NTSTATUS KeSaveExtendedProcessorState(ULONG64 Mask, PXSTATE_SAVE State);
VOID KeRestoreExtendedProcessorState(PXSTATE_SAVE State);
VOID KeInvalidateAllCaches(VOID);
VOID KeInvalidateRangeAllCaches(PVOID Base, ULONG Length);
VOID KeStallExecutionProcessor(ULONG Microseconds);
LARGE_INTEGER KeQueryPerformanceCounter(PLARGE_INTEGER Frequency);
VOID KeQuerySystemTime(PLARGE_INTEGER Time);
VOID KeQuerySystemTimePrecise(PLARGE_INTEGER Time);
VOID KeQueryTickCount(PLARGE_INTEGER Count);
ULONGLONG KeQueryInterruptTime(VOID);
ULONGLONG KeQueryInterruptTimePrecise(PULONG64 Qpc);
ULONGLONG KeQueryUnbiasedInterruptTime(VOID);
ULONGLONG KeQueryUnbiasedInterruptTimePrecise(PULONG64 Qpc);
ULONG KeQueryTimeIncrement(VOID);
BOOLEAN ExIsProcessorFeaturePresent(ULONG Feature);
EXTERN_C_END

#define SharedUserData ((PVOID)0xFFFFF78000000000ULL)
