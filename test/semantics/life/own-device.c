// A dispatch routine is called for a device that the driver made, not for one
// that nobody has seen: what it keeps in the extension is found there again.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

struct extension {
    HANDLE client;
};

static PDEVICE_OBJECT Device;
static BOOLEAN Running;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    struct extension *extension = Device->DeviceExtension;

    UNREFERENCED_PARAMETER(Driver);
    if (Running)
        stop(extension->client);
    IoDeleteDevice(Device);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]

static NTSTATUS on_create(PDEVICE_OBJECT Own, PIRP Irp)
{
    struct extension *extension = Own->DeviceExtension;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Irp);
    if (Running)
        return STATUS_DEVICE_BUSY;
    status = NmrRegisterClient(&ClientCharacteristics, NULL,
                               &extension->client);
    Running = (BOOLEAN)NT_SUCCESS(status);
    return status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Driver->MajorFunction[IRP_MJ_CREATE] = on_create;
    return IoCreateDevice(Driver, sizeof(struct extension), NULL,
                          FILE_DEVICE_UNKNOWN, 0, FALSE, &Device);
}
