// The status decides through a conditional operator, short circuit and comma.
// RUN: %right OK
// RUN: %fault BAD
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

static HANDLE ClientHandle;

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    NTSTATUS Status;
    BOOLEAN Busy;

    UNREFERENCED_PARAMETER(DriverObject);
#ifdef BAD
    Busy = (Status = NmrDeregisterClient(ClientHandle), Status != STATUS_PENDING) ? TRUE : FALSE;
#else
    Busy = (Status = NmrDeregisterClient(ClientHandle), Status == STATUS_PENDING) ? TRUE : FALSE;
#endif
    (void)(Busy && NmrWaitForClientDeregisterComplete(ClientHandle) == STATUS_SUCCESS);
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Client, NULL, &ClientHandle);
}
