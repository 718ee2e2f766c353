// The handle is cleared but the count is not: the second stop is of nothing.
// So many other things change that states are merged, and in the merged one the
// handle is NULL or not.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client;
static HANDLE Other;
static ULONG Count;
static ULONG Seen;

static VOID stop_client(HANDLE Handle)
{
    // FAULT: :[[#@LINE+1]]:9: error: {{.*}} [nmr/deregister-unregistered]
    if (NmrDeregisterClient(Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Handle);
}

static NTSTATUS on_control(PDEVICE_OBJECT Device, PIRP Irp)
{
    PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(Irp);
    NTSTATUS status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(Device);
    switch (location->Parameters.DeviceIoControl.IoControlCode) {
    case 0:
        if (Count == 0) {
            status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
            if (NT_SUCCESS(status))
                Count++;
        }
        break;
    case 1:
        if (Count == 1) {
            stop_client(Client);
            Client = NULL;
#ifndef FAULT
            Count--;
#endif
        }
        break;
    case 2:
        if (Other == NULL)
            status = NmrRegisterClient(&ClientCharacteristics, NULL, &Other);
        break;
    default:
        if (Seen < 5)
            Seen++;
        break;
    }
    return status;
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Count == 1)
        stop_client(Client);
    if (Other != NULL && Seen < 6)
        stop_client(Other);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = on_control;
    return STATUS_SUCCESS;
}
