// Dispatch routines run between loading and unloading, any number of times.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

static HANDLE Client;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Client)
        stop(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]

static NTSTATUS on_create(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
    if (Client != NULL)
        return STATUS_DEVICE_BUSY;
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Driver->MajorFunction[IRP_MJ_CREATE] = on_create;
    return STATUS_SUCCESS;
}
