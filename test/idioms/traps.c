// Dead helper without a wait (no finding), provider call on a client handle,
// address instead of handle, deregistering twice.
// RUN: %right OK
// RUN: %fault BAD_ADDRESS
// RUN: %fault BAD_KIND
// RUN: %fault BAD_TWICE
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

static HANDLE ClientHandle;

/* Nobody calls this and its address is never taken. */
static void Unused(void)
{
    HANDLE Handle;

    if (NT_SUCCESS(NmrRegisterClient(&Client, NULL, &Handle)))
        NmrDeregisterClient(Handle);
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
#if defined(BAD_ADDRESS)
    if (NmrDeregisterClient(&ClientHandle) == STATUS_PENDING)
    // BAD_ADDRESS: :[[#@LINE-1]]:9: error: {{.*}} [nmr/wrong-handle]
        NmrWaitForClientDeregisterComplete(&ClientHandle);
#elif defined(BAD_KIND)
    if (NmrDeregisterProvider(ClientHandle) == STATUS_PENDING)
    // BAD_KIND: :[[#@LINE-1]]:9: error: {{.*}} [nmr/wrong-handle]
        NmrWaitForProviderDeregisterComplete(ClientHandle);
#elif defined(BAD_TWICE)
    if (NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
    if (NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
    // BAD_TWICE: :[[#@LINE-1]]:9: error: {{.*}} [nmr/deregister-unregistered]
        NmrWaitForClientDeregisterComplete(ClientHandle);
#else
    if (NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
#endif
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Client, NULL, &ClientHandle);
}
