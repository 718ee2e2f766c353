// Array of provider handles, registered and taken down in loops; rollback of
// the first i in the failing entry.
// RUN: %right OK
// RUN: %right GUARDED
// RUN: %right REVERSE
// RUN: %fault BAD_BREAK
// RUN: %fault BAD_NO_WAIT
// RUN: %fault BAD_ROLLBACK
// RUN: %fault BAD_ROLLBACK_ADDRESS
// RUN: %fault BAD_ROLLBACK_NO_WAIT
// RUN: %fault BAD_SHORT
// RUN: %fault BAD_START
// RUN: %fault BAD_WAIT_LAST
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/provider.h"

#define COUNT 4
static HANDLE Handles[COUNT];

static NTSTATUS RegisterAll(void)
{
    NTSTATUS Status = STATUS_SUCCESS;
    ULONG i;

    for (i = 0; i < COUNT; i++) {
        Status = NmrRegisterProvider(&Provider, NULL, &Handles[i]);
        if (!NT_SUCCESS(Status))
            break;
    }
#ifdef BAD_ROLLBACK
    return Status;
#endif
    if (NT_SUCCESS(Status))
        return Status;
    while (i > 0) {
        i--;
#if defined(BAD_ROLLBACK_ADDRESS)
        if (NmrDeregisterProvider(&Handles[i]) == STATUS_PENDING)
        // BAD_ROLLBACK_ADDRESS: :[[#@LINE-1]]:13: error: {{.*}} [nmr/wrong-handle]
            NmrWaitForProviderDeregisterComplete(&Handles[i]);
#elif defined(BAD_ROLLBACK_NO_WAIT)
        NmrDeregisterProvider(Handles[i]);
#else
        if (NmrDeregisterProvider(Handles[i]) == STATUS_PENDING)
            NmrWaitForProviderDeregisterComplete(Handles[i]);
#endif
        Handles[i] = NULL;
    }
    return Status;
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
#if defined(GUARDED)
    for (ULONG i = 0; i < COUNT; i++) {
        if (Handles[i] == NULL)
            continue;
        NTSTATUS Status = NmrDeregisterProvider(Handles[i]);
        if (Status == STATUS_PENDING)
            NmrWaitForProviderDeregisterComplete(Handles[i]);
    }
#elif defined(REVERSE)
    for (LONG i = COUNT - 1; i >= 0; --i) {
        NTSTATUS Status = NmrDeregisterProvider(Handles[i]);
        if (Status == STATUS_PENDING)
            NmrWaitForProviderDeregisterComplete(Handles[i]);
    }
#elif defined(BAD_BREAK)
    for (ULONG i = 0; i < COUNT; i++) {
        NTSTATUS Status = NmrDeregisterProvider(Handles[i]);
        if (Status == STATUS_PENDING)
            NmrWaitForProviderDeregisterComplete(Handles[i]);
        if (!NT_SUCCESS(Status))
            break;
        if (Status != STATUS_PENDING)
            break;
    }
#elif defined(BAD_NO_WAIT)
    for (ULONG i = 0; i < ARRAYSIZE(Handles); i++) {
        NmrDeregisterProvider(Handles[i]);
    }
#elif defined(BAD_SHORT)
    for (ULONG i = 0; i < COUNT - 1; i++) {
        NTSTATUS Status = NmrDeregisterProvider(Handles[i]);
        if (Status == STATUS_PENDING)
            NmrWaitForProviderDeregisterComplete(Handles[i]);
    }
#elif defined(BAD_START)
    for (ULONG i = 1; i < COUNT; i++) {
        NTSTATUS Status = NmrDeregisterProvider(Handles[i]);
        if (Status == STATUS_PENDING)
            NmrWaitForProviderDeregisterComplete(Handles[i]);
    }
#elif defined(BAD_WAIT_LAST)
    for (ULONG i = 0; i < ARRAYSIZE(Handles); i++) {
        NmrDeregisterProvider(Handles[i]);
    }
    NmrWaitForProviderDeregisterComplete(Handles[COUNT - 1]);
#else
    for (ULONG i = 0; i < ARRAYSIZE(Handles); i++) {
        NTSTATUS Status = NmrDeregisterProvider(Handles[i]);
        if (Status == STATUS_PENDING)
            NmrWaitForProviderDeregisterComplete(Handles[i]);
    }
#endif
}
// BAD_BREAK: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-registered]
// BAD_NO_WAIT: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_SHORT: :[[#@LINE-3]]:1: error: {{.*}} [nmr/unload-returns-registered]
// BAD_START: :[[#@LINE-4]]:1: error: {{.*}} [nmr/unload-returns-registered]
// BAD_WAIT_LAST: :[[#@LINE-5]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    return RegisterAll();
    // BAD_ROLLBACK: :[[#@LINE-1]]:5: error: {{.*}} [nmr/entry-fails-registered]
    // BAD_ROLLBACK_NO_WAIT: :[[#@LINE-2]]:5: error: {{.*}} [nmr/entry-fails-registered]
}
