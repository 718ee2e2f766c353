// One flag of a word says whether there is a registration; the others change
// so often that not all their combinations are told apart.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

#define RUNNING 0x100

static HANDLE Client;
static ULONG Flags;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Flags & RUNNING)
        stop(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]

static NTSTATUS on_control(PDEVICE_OBJECT Device, PIRP Irp)
{
    PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(Irp);
    NTSTATUS status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(Device);
    switch (location->Parameters.DeviceIoControl.IoControlCode) {
    case 0:
        Flags |= 0x01;
        break;
    case 1:
        Flags |= 0x02;
        break;
    case 2:
        Flags |= 0x04;
        break;
    case 3:
        Flags |= 0x08;
        break;
    case 4:
        Flags |= 0x10;
        break;
    case 5:
        Flags |= 0x20;
        break;
    case 6:
        Flags |= 0x40;
        break;
    case 7:
        Flags |= 0x80;
        break;
    default:
        if (Flags & RUNNING)
            break;
        status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
        if (NT_SUCCESS(status))
            Flags |= RUNNING;
        break;
    }
    return status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = on_control;
    return STATUS_SUCCESS;
}
