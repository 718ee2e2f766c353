// What nothing guards is counted without end: no two states are the same, and
// yet the count is never one where there is no handle.
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

static HANDLE Client;
static ULONG Count;

static NTSTATUS on_create(PDEVICE_OBJECT Device, PIRP Irp)
{
    HANDLE handle;
    NTSTATUS status =
        NmrRegisterClient(&ClientCharacteristics, NULL, &handle);

    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
    if (NT_SUCCESS(status)) {
        // FAULT: :[[#@LINE+1]]:9: error: {{.*}} [nmr/handle-lost]
        Client = handle;
        Count++;
    }
    return status;
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Count == 1) {
        NmrDeregisterClient(Client);
        NmrWaitForClientDeregisterComplete(Client);
    }
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Driver->MajorFunction[IRP_MJ_CREATE] = on_create;
    return STATUS_SUCCESS;
}
