// What was deregistered, and whose handle nobody has, is done with, however
// often that happens: a number that grows each time makes no new states of it.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

static HANDLE Client;
static HANDLE Other;
static ULONG Opened;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Client)
        stop(Client);
    if (Other)
        stop(Other);
} // FAULT-COUNT-2: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]

static NTSTATUS on_create(PDEVICE_OBJECT Device, PIRP Irp)
{
    NTSTATUS status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
    if (Opened++ > 1000)
        return STATUS_DEVICE_BUSY;
    if (Client == NULL)
        status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (NT_SUCCESS(status) && Other == NULL)
        status = NmrRegisterClient(&ClientCharacteristics, NULL, &Other);
    return status;
}

static NTSTATUS on_close(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
    if (Client) {
        NmrDeregisterClient(Client);
        NmrWaitForClientDeregisterComplete(Client);
        Client = NULL;
    }
    return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Driver->MajorFunction[IRP_MJ_CREATE] = on_create;
    Driver->MajorFunction[IRP_MJ_CLOSE] = on_close;
    return STATUS_SUCCESS;
}
