// What is kept in a device extension is found there again by the unload
// routine, and goes with the device.
//
// RUN: %unloadcheck --format=brief %s | count 0
// RUN: not %unloadcheck --format=brief %s -- -DBAD | FileCheck %s
// CHECK: error: {{.*}}has not finished deregistering
#include <ntddk.h>
#include <netioddk.h>

struct extension {
    HANDLE Handle;
};

static NPI_CLIENT_CHARACTERISTICS Characteristics;

static VOID Unload(PDRIVER_OBJECT DriverObject)
{
    PDEVICE_OBJECT Device = DriverObject->DeviceObject;
    struct extension *Extension = Device->DeviceExtension;
    NTSTATUS Status = NmrDeregisterClient(Extension->Handle);

#ifndef BAD
    if (Status == STATUS_PENDING)
#else
    if (Status == STATUS_SUCCESS)
#endif
        NmrWaitForClientDeregisterComplete(Extension->Handle);
    IoDeleteDevice(Device);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING Path)
{
    PDEVICE_OBJECT Device;
    struct extension *Extension;
    NTSTATUS Status =
        IoCreateDevice(DriverObject, sizeof(*Extension), NULL,
                       FILE_DEVICE_UNKNOWN, 0, FALSE, &Device);

    if (!NT_SUCCESS(Status))
        return Status;
    DriverObject->DriverUnload = Unload;
    Extension = Device->DeviceExtension;
    Status = NmrRegisterClient(&Characteristics, NULL, &Extension->Handle);
    if (!NT_SUCCESS(Status))
        IoDeleteDevice(Device);
    return Status;
}
