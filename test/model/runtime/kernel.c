/* kernel.c - pool, devices, requests, work items, locks: what has an outcome.
 *
 * A kernel object that a driver waits on is always signalled in the end, unless
 * the driver gave a timeout: then it may have passed first.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include "kernel.h"

#include "model_harness.h"
#include "memory.h"
#include "run.h"

#undef ExAllocatePoolWithTag
#undef ExAllocatePool2
#undef ExAllocatePoolZero
#undef ExFreePoolWithTag
#undef ExFreePool
#undef IoCreateDevice
#undef IoDeleteDevice
#undef IoCreateSymbolicLink
#undef KeBugCheckEx
#undef KeBugCheck
#undef WdfDriverCreate
#undef WdfDeviceCreate
#undef WdfControlDeviceInitAllocate

enum { CONTROL_CODES = 32 };

static ULONG control_codes[CONTROL_CODES] = {0, 1};
static unsigned control_code_count = 2;

/* A request; its control code is chosen when it is asked for. */
struct request {
    IRP irp; /* first: what the driver has leads back here */
    IO_STACK_LOCATION location;
    ULONGLONG buffer[8];
    bool code_chosen;
};

/* Pool. */

static PVOID allocate(SIZE_T size, bool zeroed)
{
    PVOID block = NULL;

    if (run_choose(2) == 0)
        block = memory_allocate((size_t)size);
    run_event("the allocation %s", block ? "succeeds" : "fails");
    if (block && !zeroed)
        memset(block, MEMORY_FRESH, (size_t)size);
    return block;
}

PVOID ExAllocatePoolWithTag(POOL_TYPE type, SIZE_T size, ULONG tag)
{
    (void)type, (void)tag;
    return allocate(size, false);
}

PVOID ExAllocatePool2(POOL_FLAGS flags, SIZE_T size, ULONG tag)
{
    (void)flags, (void)tag;
    return allocate(size, true);
}

PVOID ExAllocatePoolZero(POOL_TYPE type, SIZE_T size, ULONG tag)
{
    (void)type, (void)tag;
    return allocate(size, true);
}

VOID ExFreePool(PVOID block)
{
    if (memory_free(block))
        return;
    run_event("what is no block of pool is freed");
    run_end(END_UNDEFINED);
}

VOID ExFreePoolWithTag(PVOID block, ULONG tag)
{
    (void)tag;
    ExFreePool(block);
}

/* Devices and requests. */

NTSTATUS IoCreateDevice(PDRIVER_OBJECT driver, ULONG extension_size,
                        PUNICODE_STRING name, ULONG type, ULONG flags,
                        BOOLEAN exclusive, PDEVICE_OBJECT *device)
{
    PDEVICE_OBJECT made = NULL;

    (void)name, (void)type, (void)flags, (void)exclusive;
    if (run_choose(2) == 0)
        made = memory_allocate(sizeof(*made) + 16 + extension_size);
    run_event("IoCreateDevice %s", made ? "succeeds" : "fails");
    if (!made)
        return STATUS_INSUFFICIENT_RESOURCES;
    made->DriverObject = driver;
    made->NextDevice = driver->DeviceObject;
    made->DeviceExtension =
        (char *)made + ((sizeof(*made) + 15) & ~(size_t)15);
    driver->DeviceObject = made;
    *device = made;
    return STATUS_SUCCESS;
}

VOID IoDeleteDevice(PDEVICE_OBJECT device)
{
    PDEVICE_OBJECT *link = &world.driver.DeviceObject;

    while (*link && *link != device)
        link = &(*link)->NextDevice;
    if (!*link) {
        run_event("IoDeleteDevice of what is no device");
        run_end(END_UNDEFINED);
    }
    *link = device->NextDevice;
    memory_free(device);
}

NTSTATUS IoCreateSymbolicLink(PUNICODE_STRING link, PUNICODE_STRING name)
{
    unsigned fails = run_choose(2);

    (void)link, (void)name;
    run_event("IoCreateSymbolicLink %s", fails ? "fails" : "succeeds");
    return fails ? STATUS_UNSUCCESSFUL : STATUS_SUCCESS;
}

NTSTATUS IoDeleteSymbolicLink(PUNICODE_STRING link)
{
    (void)link;
    return STATUS_SUCCESS;
}

void kernel_control_codes(const unsigned long *codes, unsigned count)
{
    control_code_count = count < CONTROL_CODES ? count : CONTROL_CODES;
    for (unsigned i = 0; i < control_code_count; i++)
        control_codes[i] = (ULONG)codes[i];
}

PIO_STACK_LOCATION IoGetCurrentIrpStackLocation(PIRP irp)
{
    PIO_STACK_LOCATION location = irp->Tail.Overlay.CurrentStackLocation;
    struct request *request = (struct request *)irp;

    if (location->MajorFunction == IRP_MJ_DEVICE_CONTROL &&
        !request->code_chosen) {
        ULONG code = control_codes[run_choose(control_code_count)];
        request->code_chosen = true;
        location->Parameters.DeviceIoControl.IoControlCode = code;
        run_event("the control code is 0x%x", code);
    }
    return location;
}

VOID IoCompleteRequest(PIRP irp, CCHAR boost)
{
    (void)irp, (void)boost;
}

void kernel_send_request(unsigned major, DRIVER_DISPATCH *routine)
{
    struct request request;

    memset(&request, 0, sizeof(request));
    request.location.MajorFunction = (UCHAR)major;
    request.irp.AssociatedIrp.SystemBuffer = request.buffer;
    request.irp.Tail.Overlay.CurrentStackLocation = &request.location;
    routine(world.driver.DeviceObject, &request.irp);
}

/* Routines handed over. */

static void offer(struct offer handed)
{
    for (size_t i = 0; i < world.offer_count; i++) {
        const struct offer *known = &world.offers[i];
        if (known->routine == handed.routine &&
            known->context == handed.context && known->kind == handed.kind)
            return;
    }
    if (world.offer_count == WORLD_OFFERS)
        run_end(END_HANG);
    world.offers[world.offer_count++] = handed;
}

VOID model_offer(PCSTR name, VOID (*routine)(PVOID context), PVOID context)
{
    struct offer handed;

    memset(&handed, 0, sizeof(handed));
    handed.kind = OFFER_PLAIN;
    handed.name = name;
    handed.routine = (void (*)(void))routine;
    handed.context = context;
    offer(handed);
}

PIO_WORKITEM IoAllocateWorkItem(PDEVICE_OBJECT device)
{
    (void)device;
    return allocate(16, true);
}

VOID IoQueueWorkItem(PIO_WORKITEM item, PIO_WORKITEM_ROUTINE routine,
                     WORK_QUEUE_TYPE queue, PVOID context)
{
    struct offer handed;

    (void)item, (void)queue;
    memset(&handed, 0, sizeof(handed));
    handed.kind = OFFER_WORK_ITEM;
    handed.name = "a work item";
    handed.routine = (void (*)(void))routine;
    handed.context = context;
    offer(handed);
}

VOID IoFreeWorkItem(PIO_WORKITEM item)
{
    memory_free(item);
}

void kernel_call_offer(const struct offer *offer)
{
    switch (offer->kind) {
    case OFFER_WORK_ITEM:
        ((PIO_WORKITEM_ROUTINE)offer->routine)(world.driver.DeviceObject,
                                               offer->context);
        break;
    case OFFER_PLAIN:
        ((VOID(*)(PVOID))offer->routine)(offer->context);
        break;
    case OFFER_DEVICE_ADD:
        ((PFN_WDF_DRIVER_DEVICE_ADD)offer->routine)(NULL, NULL);
        break;
    }
}

/* Events, locks, levels. */

VOID KeInitializeEvent(PKEVENT event, EVENT_TYPE type, BOOLEAN state)
{
    (void)type;
    event->Signaled = state;
}

LONG KeSetEvent(PKEVENT event, LONG increment, BOOLEAN wait)
{
    LONG old = event->Signaled;

    (void)increment, (void)wait;
    event->Signaled = 1;
    return old;
}

VOID KeClearEvent(PKEVENT event)
{
    event->Signaled = 0;
}

NTSTATUS KeWaitForSingleObject(PVOID object, KWAIT_REASON reason,
                               KPROCESSOR_MODE mode, BOOLEAN alertable,
                               PLARGE_INTEGER timeout)
{
    (void)object, (void)reason, (void)mode, (void)alertable;
    if (!timeout || run_choose(2) == 0)
        return STATUS_SUCCESS;
    run_event("a wait times out");
    return STATUS_TIMEOUT;
}

NTSTATUS KeDelayExecutionThread(KPROCESSOR_MODE mode, BOOLEAN alertable,
                                PLARGE_INTEGER interval)
{
    (void)mode, (void)alertable, (void)interval;
    return STATUS_SUCCESS;
}

static void take_lock(uintptr_t lock)
{
    for (size_t i = 0; i < world.lock_count; i++) {
        if (world.locks[i] != lock)
            continue;
        run_event("a lock is taken that is held already");
        run_end(END_UNDEFINED);
    }
    if (world.lock_count < WORLD_LOCKS)
        world.locks[world.lock_count++] = lock;
}

static void drop_lock(uintptr_t lock)
{
    for (size_t i = 0; i < world.lock_count; i++) {
        if (world.locks[i] != lock)
            continue;
        world.locks[i] = world.locks[--world.lock_count];
        world.locks[world.lock_count] = 0;
        return;
    }
}

VOID KeInitializeSpinLock(PKSPIN_LOCK lock)
{
    *lock = 0;
}

KIRQL KfRaiseIrql(KIRQL level)
{
    KIRQL old = (KIRQL)world.irql;

    world.irql = level;
    return old;
}

VOID KeLowerIrql(KIRQL level)
{
    world.irql = level;
}

/* A thread that the system lent may stand at APC_LEVEL. */
KIRQL KeGetCurrentIrql(VOID)
{
    if (world.irql == PASSIVE_LEVEL && run_choose(2) == 1)
        return APC_LEVEL;
    return (KIRQL)world.irql;
}

KIRQL KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK lock)
{
    take_lock((uintptr_t)lock);
    return KfRaiseIrql(DISPATCH_LEVEL);
}

VOID KeReleaseSpinLock(PKSPIN_LOCK lock, KIRQL old)
{
    drop_lock((uintptr_t)lock);
    world.irql = old;
}

VOID ExInitializeFastMutex(PFAST_MUTEX mutex)
{
    mutex->Count = 1;
}

VOID ExAcquireFastMutex(PFAST_MUTEX mutex)
{
    take_lock((uintptr_t)mutex);
}

VOID ExReleaseFastMutex(PFAST_MUTEX mutex)
{
    drop_lock((uintptr_t)mutex);
}

/* The end of a run, and talk. */

VOID KeBugCheckEx(ULONG code, ULONG_PTR a, ULONG_PTR b, ULONG_PTR c,
                  ULONG_PTR d)
{
    (void)code, (void)a, (void)b, (void)c, (void)d;
    run_event("the driver stops the machine");
    run_end(END_BUGCHECK);
}

VOID KeBugCheck(ULONG code)
{
    KeBugCheckEx(code, 0, 0, 0, 0);
}

ULONG DbgPrint(PCSTR format, ...)
{
    (void)format;
    return 0;
}

ULONG DbgPrintEx(ULONG component, ULONG level, PCSTR format, ...)
{
    (void)component, (void)level, (void)format;
    return 0;
}

/* KMDF. */

NTSTATUS WdfDriverCreate(PDRIVER_OBJECT driver, PCUNICODE_STRING path,
                         PWDF_OBJECT_ATTRIBUTES attributes,
                         PWDF_DRIVER_CONFIG config, WDFDRIVER *created)
{
    struct offer add;

    (void)path;
    if (run_choose(2) == 1) {
        run_event("WdfDriverCreate fails");
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    run_event("WdfDriverCreate succeeds");
    world.wdf_created = true;
    world.wdf_config = *config;
    if (attributes)
        world.wdf_attributes = *attributes;
    memset(&add, 0, sizeof(add));
    add.kind = OFFER_DEVICE_ADD;
    add.name = "EvtDriverDeviceAdd";
    add.routine = (void (*)(void))config->EvtDriverDeviceAdd;
    if (add.routine)
        offer(add);
    if (created)
        *created = (WDFDRIVER)driver;
    return STATUS_SUCCESS;
}

NTSTATUS WdfDeviceCreate(PWDFDEVICE_INIT *init,
                         PWDF_OBJECT_ATTRIBUTES attributes, WDFDEVICE *device)
{
    unsigned fails = run_choose(2);

    (void)init, (void)attributes;
    run_event("WdfDeviceCreate %s", fails ? "fails" : "succeeds");
    if (fails)
        return STATUS_INSUFFICIENT_RESOURCES;
    if (device)
        *device = (WDFDEVICE)&world.driver;
    return STATUS_SUCCESS;
}

PWDFDEVICE_INIT WdfControlDeviceInitAllocate(WDFDRIVER driver,
                                             PCUNICODE_STRING access)
{
    unsigned fails = run_choose(2);

    (void)driver, (void)access;
    run_event("WdfControlDeviceInitAllocate %s", fails ? "fails" : "succeeds");
    return fails ? NULL : (PWDFDEVICE_INIT)&world.driver;
}
