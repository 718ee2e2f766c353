// A work item's routine runs some time after it was queued.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client;
static PIO_WORKITEM Item;

static VOID on_work(PDEVICE_OBJECT Device, PVOID Context)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Context);
    if (Client == NULL)
        NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    IoFreeWorkItem(Item);
#ifdef FAULT
    if (Client == NULL || Driver == NULL)
#else
    if (Client != NULL)
#endif
        if (NmrDeregisterClient(Client) == STATUS_PENDING)
            // FAULT: :[[#@LINE-1]]:13: error: {{.*}} [nmr/deregister-unregistered]
            NmrWaitForClientDeregisterComplete(Client);
    IoDeleteDevice(Driver->DeviceObject);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    PDEVICE_OBJECT device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = IoCreateDevice(Driver, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE,
                            &device);
    if (!NT_SUCCESS(status))
        return status;
    Item = IoAllocateWorkItem(device);
    if (Item == NULL) {
        IoDeleteDevice(device);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    IoQueueWorkItem(Item, on_work, DelayedWorkQueue, NULL);
    return STATUS_SUCCESS;
}
