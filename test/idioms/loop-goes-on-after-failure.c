// Filling loop does not stop at a failing element, the status of the last one
// decides; the emptying loop tests each element.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault BAD_STOPS
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/provider.h"

#define COUNT 3
struct provider {
    HANDLE Handle;
};
static struct provider *Providers[COUNT];

static NTSTATUS Make(struct provider **Out)
{
    struct provider *Made = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*Made),
        'vorP');
    NTSTATUS Status;

    *Out = NULL;
    if (!Made)
        return STATUS_INSUFFICIENT_RESOURCES;
    Status = NmrRegisterProvider(&Provider, Made, &Made->Handle);
    if (!NT_SUCCESS(Status)) {
        ExFreePoolWithTag(Made, 'vorP');
        return Status;
    }
    *Out = Made;
    return STATUS_SUCCESS;
}

static void ReleaseAll(void)
{
    for (int i = 0; i < COUNT; i++) {
        if (!Providers[i]) {
#ifdef BAD_STOPS
            break;
#else
            continue;
#endif
        }
        if (NmrDeregisterProvider(Providers[i]->Handle) == STATUS_PENDING)
            NmrWaitForProviderDeregisterComplete(Providers[i]->Handle);
        ExFreePoolWithTag(Providers[i], 'vorP');
        Providers[i] = NULL;
    }
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    ReleaseAll();
}
// BAD_STOPS: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    NTSTATUS Status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    for (int i = 0; i < COUNT; i++) {
        Status = Make(&Providers[i]);
        if (!NT_SUCCESS(Status))
            DbgPrint("provider %d: 0x%x\n", i, Status);
    }
#ifndef BAD
    if (!NT_SUCCESS(Status))
        ReleaseAll();
#endif
    return Status;
    // BAD: :[[#@LINE-1]]:5: error: {{.*}} [nmr/entry-fails-registered]
    // BAD_STOPS: :[[#@LINE-2]]:5: error: {{.*}} [nmr/entry-fails-registered]
}
