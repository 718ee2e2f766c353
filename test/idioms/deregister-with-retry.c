// Loops with parts missing around the pair; a status carried out of the loop.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault BAD_LOOP
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

static HANDLE ClientHandle;

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    NTSTATUS Status = STATUS_PENDING;
    ULONG Tries = 0;

#ifdef BAD
    if (DriverObject->DeviceObject != NULL)
        Status = NmrDeregisterClient(ClientHandle);
#else
    Status = NmrDeregisterClient(ClientHandle);
#endif
    for (;;) {
        if (Status != STATUS_PENDING || Tries++ > 3)
            break;
#ifdef BAD_LOOP
        Status = IoGetCurrentProcess() ? STATUS_SUCCESS : STATUS_PENDING;
#else
        Status = NmrWaitForClientDeregisterComplete(ClientHandle);
        // BAD: :[[#@LINE-1]]:18: error: {{.*}} [nmr/wait-without-deregister]
#endif
    }
    UNREFERENCED_PARAMETER(DriverObject);
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-registered]
// BAD_LOOP: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Client, NULL, &ClientHandle);
}
