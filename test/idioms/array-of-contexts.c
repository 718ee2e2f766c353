// Table of descriptions, each with a pointer to a heap context that holds the
// handle; same cleanup in entry failure and unload.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault BAD_ENTRY
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/provider.h"

struct provider {
    HANDLE Handle;
    ULONG Kind;
};
struct description {
    ULONG Kind;
    struct provider *Made;
};
static struct description Table[] = { { 7, NULL }, { 8, NULL }, { 9, NULL } };

static void ProviderRelease(struct provider *Made)
{
    if (Made == NULL)
        return;
    if (NmrDeregisterProvider(Made->Handle) == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(Made->Handle);
    ExFreePoolWithTag(Made, 'vorP');
}

static NTSTATUS ProviderMake(ULONG Kind, struct provider **Out)
{
    NTSTATUS Status = STATUS_SUCCESS;
    struct provider *Made;

    Made = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*Made), 'vorP');
    if (Made == NULL) {
        Status = STATUS_INSUFFICIENT_RESOURCES;
        goto Exit;
    }
    Made->Kind = Kind;
    Status = NmrRegisterProvider(&Provider, Made, &Made->Handle);
    if (!NT_SUCCESS(Status))
        goto Exit;
    *Out = Made;
    Made = NULL;

Exit:
    if (Made != NULL)
        ExFreePoolWithTag(Made, 'vorP');
    return Status;
}

static void ReleaseAll(void)
{
#ifdef BAD
    for (ULONG i = 0; i < 2; i++) {
#else
    for (ULONG i = 0; i < ARRAYSIZE(Table); i++) {
#endif
        ProviderRelease(Table[i].Made);
        Table[i].Made = NULL;
    }
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    ReleaseAll();
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    NTSTATUS Status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(RegistryPath);
    for (ULONG i = 0; i < ARRAYSIZE(Table); i++) {
        Status = ProviderMake(Table[i].Kind, &Table[i].Made);
        if (!NT_SUCCESS(Status))
            goto Exit;
    }
    DriverObject->DriverUnload = DriverUnload;

Exit:
#ifndef BAD_ENTRY
    if (!NT_SUCCESS(Status))
        ReleaseAll();
#endif
    return Status;
    // BAD_ENTRY: :[[#@LINE-1]]:5: error: {{.*}} [nmr/entry-fails-registered]
}
