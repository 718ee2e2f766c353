/* wdm.h - the part of the kernel that the model's programs stand on.
 *
 * Objects show the fields a driver touches and no others. Lists, interlocked
 * operations and strings are done here, in place: they are the driver's own
 * arithmetic and have one outcome.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef MODEL_WDM_H
#define MODEL_WDM_H

#include "model_here.h"
#include "ntdef.h"

EXTERN_C_START

/* Objects of the I/O system. */

#define IRP_MJ_CREATE           0x00
#define IRP_MJ_CLOSE            0x02
#define IRP_MJ_READ             0x03
#define IRP_MJ_WRITE            0x04
#define IRP_MJ_DEVICE_CONTROL   0x0e
#define IRP_MJ_SHUTDOWN         0x10
#define IRP_MJ_CLEANUP          0x12
#define IRP_MJ_MAXIMUM_FUNCTION 0x1b

#define FILE_DEVICE_UNKNOWN     0x22
#define FILE_DEVICE_NETWORK     0x12
#define FILE_DEVICE_SECURE_OPEN 0x100
#define FILE_ANY_ACCESS         0
#define METHOD_BUFFERED         0
#define METHOD_NEITHER          3
#define CTL_CODE(Type, Function, Method, Access) \
    (((ULONG)(Type) << 16) | ((Access) << 14) | ((Function) << 2) | (Method))

#define IO_NO_INCREMENT 0
#define DO_BUFFERED_IO  0x04
#define DO_DEVICE_INITIALIZING 0x80

struct _DRIVER_OBJECT;
struct _IRP;

typedef struct _DEVICE_OBJECT {
    struct _DRIVER_OBJECT *DriverObject;
    struct _DEVICE_OBJECT *NextDevice;
    ULONG Flags;
    PVOID DeviceExtension;
} DEVICE_OBJECT, *PDEVICE_OBJECT;

typedef NTSTATUS DRIVER_INITIALIZE(struct _DRIVER_OBJECT *DriverObject,
                                   PUNICODE_STRING RegistryPath);
typedef VOID DRIVER_UNLOAD(struct _DRIVER_OBJECT *DriverObject);
typedef DRIVER_UNLOAD *PDRIVER_UNLOAD;
typedef NTSTATUS DRIVER_DISPATCH(PDEVICE_OBJECT DeviceObject,
                                 struct _IRP *Irp);
typedef DRIVER_DISPATCH *PDRIVER_DISPATCH;

typedef struct _DRIVER_OBJECT {
    PDEVICE_OBJECT DeviceObject;
    PVOID DriverStart;
    UNICODE_STRING DriverName;
    PDRIVER_UNLOAD DriverUnload;
    PDRIVER_DISPATCH MajorFunction[IRP_MJ_MAXIMUM_FUNCTION + 1];
} DRIVER_OBJECT, *PDRIVER_OBJECT;

typedef struct _IO_STATUS_BLOCK {
    NTSTATUS Status;
    ULONG_PTR Information;
} IO_STATUS_BLOCK, *PIO_STATUS_BLOCK;

typedef struct _IO_STACK_LOCATION {
    UCHAR MajorFunction;
    UCHAR MinorFunction;
    union {
        struct {
            ULONG OutputBufferLength;
            ULONG InputBufferLength;
            ULONG IoControlCode;
            PVOID Type3InputBuffer;
        } DeviceIoControl;
    } Parameters;
    PDEVICE_OBJECT DeviceObject;
} IO_STACK_LOCATION, *PIO_STACK_LOCATION;

typedef struct _IRP {
    IO_STATUS_BLOCK IoStatus;
    union {
        PVOID SystemBuffer;
    } AssociatedIrp;
    struct {
        struct {
            PIO_STACK_LOCATION CurrentStackLocation;
        } Overlay;
    } Tail;
} IRP, *PIRP;

NTSTATUS IoCreateDevice(PDRIVER_OBJECT DriverObject, ULONG ExtensionSize,
                        PUNICODE_STRING Name, ULONG Type, ULONG Flags,
                        BOOLEAN Exclusive, PDEVICE_OBJECT *DeviceObject);
VOID IoDeleteDevice(PDEVICE_OBJECT DeviceObject);
NTSTATUS IoCreateSymbolicLink(PUNICODE_STRING Link, PUNICODE_STRING Name);
NTSTATUS IoDeleteSymbolicLink(PUNICODE_STRING Link);
PIO_STACK_LOCATION IoGetCurrentIrpStackLocation(PIRP Irp);
VOID IoCompleteRequest(PIRP Irp, CCHAR Boost);

typedef struct _IO_WORKITEM *PIO_WORKITEM;
typedef VOID IO_WORKITEM_ROUTINE(PDEVICE_OBJECT DeviceObject, PVOID Context);
typedef IO_WORKITEM_ROUTINE *PIO_WORKITEM_ROUTINE;
typedef enum { CriticalWorkQueue, DelayedWorkQueue } WORK_QUEUE_TYPE;
PIO_WORKITEM IoAllocateWorkItem(PDEVICE_OBJECT DeviceObject);
VOID IoQueueWorkItem(PIO_WORKITEM Item, PIO_WORKITEM_ROUTINE Routine,
                     WORK_QUEUE_TYPE Queue, PVOID Context);
VOID IoFreeWorkItem(PIO_WORKITEM Item);

/* Memory. */

typedef enum { NonPagedPool = 0, PagedPool = 1, NonPagedPoolNx = 512 } POOL_TYPE;
typedef ULONG64 POOL_FLAGS;
#define POOL_FLAG_NON_PAGED 0x40ULL
#define POOL_FLAG_PAGED     0x100ULL
PVOID ExAllocatePoolWithTag(POOL_TYPE Type, SIZE_T Size, ULONG Tag);
PVOID ExAllocatePool2(POOL_FLAGS Flags, SIZE_T Size, ULONG Tag);
PVOID ExAllocatePoolZero(POOL_TYPE Type, SIZE_T Size, ULONG Tag);
VOID ExFreePoolWithTag(PVOID Block, ULONG Tag);
VOID ExFreePool(PVOID Block);

/* Waiting, locks and levels. */

#define PASSIVE_LEVEL  0
#define APC_LEVEL      1
#define DISPATCH_LEVEL 2
typedef enum { Executive, KernelMode_Reason } KWAIT_REASON;
typedef enum { KernelMode, UserMode } KPROCESSOR_MODE;
typedef enum { NotificationEvent, SynchronizationEvent } EVENT_TYPE;
typedef struct _KEVENT {
    LONG Signaled;
} KEVENT, *PKEVENT;
typedef ULONG_PTR KSPIN_LOCK, *PKSPIN_LOCK;
typedef struct _FAST_MUTEX {
    LONG Count;
} FAST_MUTEX, *PFAST_MUTEX;
typedef ULONG_PTR EX_PUSH_LOCK, *PEX_PUSH_LOCK;

VOID KeInitializeEvent(PKEVENT Event, EVENT_TYPE Type, BOOLEAN State);
LONG KeSetEvent(PKEVENT Event, LONG Increment, BOOLEAN Wait);
VOID KeClearEvent(PKEVENT Event);
NTSTATUS KeWaitForSingleObject(PVOID Object, KWAIT_REASON Reason,
                               KPROCESSOR_MODE Mode, BOOLEAN Alertable,
                               PLARGE_INTEGER Timeout);
NTSTATUS KeDelayExecutionThread(KPROCESSOR_MODE Mode, BOOLEAN Alertable,
                                PLARGE_INTEGER Interval);
VOID KeInitializeSpinLock(PKSPIN_LOCK Lock);
KIRQL KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK Lock);
VOID KeReleaseSpinLock(PKSPIN_LOCK Lock, KIRQL OldIrql);
#define KeAcquireSpinLock(Lock, Old) (*(Old) = KeAcquireSpinLockRaiseToDpc(Lock))
VOID ExInitializeFastMutex(PFAST_MUTEX Mutex);
VOID ExAcquireFastMutex(PFAST_MUTEX Mutex);
VOID ExReleaseFastMutex(PFAST_MUTEX Mutex);
KIRQL KfRaiseIrql(KIRQL New);
#define KeRaiseIrql(New, Old) (*(Old) = KfRaiseIrql(New))
VOID KeLowerIrql(KIRQL New);
KIRQL KeGetCurrentIrql(VOID);

/* The end of a run, and talk. */

VOID KeBugCheckEx(ULONG Code, ULONG_PTR A, ULONG_PTR B, ULONG_PTR C,
                  ULONG_PTR D) __attribute__((noreturn));
VOID KeBugCheck(ULONG Code) __attribute__((noreturn));
ULONG DbgPrint(PCSTR Format, ...);
ULONG DbgPrintEx(ULONG Component, ULONG Level, PCSTR Format, ...);
#define DPFLTR_IHVDRIVER_ID 77
#define DPFLTR_ERROR_LEVEL  0
#define DPFLTR_INFO_LEVEL   3
#define KdPrint(Arguments)   ((void)0)
#define KdPrintEx(Arguments) ((void)0)
#define PAGED_CODE()         ((void)0)
#define ASSERT(Condition)    ((void)0)
#define NT_ASSERT(Condition) ((void)0)
#define NT_VERIFY(Condition) ((void)(Condition))

/* Strings, lists, interlocked operations. */

FORCEINLINE VOID RtlInitUnicodeString(PUNICODE_STRING To, PCWSTR From)
{
    USHORT length = 0;
    while (From && From[length])
        length++;
    To->Length = (USHORT)(length * sizeof(WCHAR));
    To->MaximumLength = (USHORT)(To->Length + sizeof(WCHAR));
    To->Buffer = (PWSTR)From;
}

#define RTL_CONSTANT_STRING(Text) \
    {sizeof(Text) - sizeof((Text)[0]), sizeof(Text), (PWSTR)(Text)}

#define DECLARE_CONST_UNICODE_STRING(Name, Text) \
    const UNICODE_STRING Name = RTL_CONSTANT_STRING(Text)

/* Run-down protection: routines run one after the other, so nobody is left to
 * wait for. */
typedef struct _EX_RUNDOWN_REF {
    ULONG_PTR Count; /* of those who hold it */
    BOOLEAN Closed;
} EX_RUNDOWN_REF, *PEX_RUNDOWN_REF;

FORCEINLINE VOID ExInitializeRundownProtection(PEX_RUNDOWN_REF Ref)
{
    Ref->Count = 0;
    Ref->Closed = FALSE;
}

FORCEINLINE VOID ExReInitializeRundownProtection(PEX_RUNDOWN_REF Ref)
{
    ExInitializeRundownProtection(Ref);
}

FORCEINLINE BOOLEAN ExAcquireRundownProtection(PEX_RUNDOWN_REF Ref)
{
    if (Ref->Closed)
        return FALSE;
    Ref->Count++;
    return TRUE;
}

FORCEINLINE VOID ExReleaseRundownProtection(PEX_RUNDOWN_REF Ref)
{
    Ref->Count--;
}

FORCEINLINE VOID ExWaitForRundownProtectionRelease(PEX_RUNDOWN_REF Ref)
{
    Ref->Closed = TRUE;
}

FORCEINLINE VOID InitializeListHead(PLIST_ENTRY Head)
{
    Head->Flink = Head->Blink = Head;
}

FORCEINLINE BOOLEAN IsListEmpty(const LIST_ENTRY *Head)
{
    return (BOOLEAN)(Head->Flink == Head);
}

FORCEINLINE VOID InsertTailList(PLIST_ENTRY Head, PLIST_ENTRY Entry)
{
    Entry->Flink = Head;
    Entry->Blink = Head->Blink;
    Head->Blink->Flink = Entry;
    Head->Blink = Entry;
}

FORCEINLINE VOID InsertHeadList(PLIST_ENTRY Head, PLIST_ENTRY Entry)
{
    Entry->Blink = Head;
    Entry->Flink = Head->Flink;
    Head->Flink->Blink = Entry;
    Head->Flink = Entry;
}

FORCEINLINE BOOLEAN RemoveEntryList(PLIST_ENTRY Entry)
{
    Entry->Blink->Flink = Entry->Flink;
    Entry->Flink->Blink = Entry->Blink;
    return (BOOLEAN)(Entry->Flink == Entry->Blink);
}

FORCEINLINE PLIST_ENTRY RemoveHeadList(PLIST_ENTRY Head)
{
    PLIST_ENTRY entry = Head->Flink;
    RemoveEntryList(entry);
    return entry;
}

FORCEINLINE LONG InterlockedIncrement(volatile LONG *Value)
{
    return ++*Value;
}

FORCEINLINE LONG InterlockedDecrement(volatile LONG *Value)
{
    return --*Value;
}

FORCEINLINE LONG InterlockedExchange(volatile LONG *Target, LONG Value)
{
    LONG old = *Target;
    *Target = Value;
    return old;
}

FORCEINLINE LONG InterlockedCompareExchange(volatile LONG *Target, LONG New,
                                            LONG Expected)
{
    LONG old = *Target;
    if (old == Expected)
        *Target = New;
    return old;
}

FORCEINLINE LONG InterlockedOr(volatile LONG *Target, LONG Bits)
{
    LONG old = *Target;
    *Target |= Bits;
    return old;
}

FORCEINLINE LONG InterlockedAnd(volatile LONG *Target, LONG Bits)
{
    LONG old = *Target;
    *Target &= Bits;
    return old;
}

FORCEINLINE PVOID InterlockedExchangePointer(PVOID volatile *Target,
                                             PVOID Value)
{
    PVOID old = *Target;
    *Target = Value;
    return old;
}

FORCEINLINE PVOID InterlockedCompareExchangePointer(PVOID volatile *Target,
                                                    PVOID New, PVOID Expected)
{
    PVOID old = *Target;
    if (old == Expected)
        *Target = New;
    return old;
}

EXTERN_C_END

#define ExAllocatePoolWithTag(P, S, T) \
    (MODEL_HERE, ExAllocatePoolWithTag(P, S, T))
#define ExAllocatePool2(F, S, T)    (MODEL_HERE, ExAllocatePool2(F, S, T))
#define ExAllocatePoolZero(P, S, T) (MODEL_HERE, ExAllocatePoolZero(P, S, T))
#define ExFreePoolWithTag(B, T)     (MODEL_HERE, ExFreePoolWithTag(B, T))
#define ExFreePool(B)               (MODEL_HERE, ExFreePool(B))
#define IoCreateDevice(O, S, N, T, F, E, D) \
    (MODEL_HERE, IoCreateDevice(O, S, N, T, F, E, D))
#define IoDeleteDevice(D) (MODEL_HERE, IoDeleteDevice(D))
#define IoCreateSymbolicLink(L, N) (MODEL_HERE, IoCreateSymbolicLink(L, N))
#define KeBugCheckEx(C, P1, P2, P3, P4) \
    (MODEL_HERE, KeBugCheckEx(C, P1, P2, P3, P4))
#define KeBugCheck(C) (MODEL_HERE, KeBugCheck(C))

#endif
