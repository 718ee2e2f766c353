/* wdm.c - the relay as a driver that talks to the system itself.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include "relay.h"

DRIVER_INITIALIZE DriverEntry;
static DRIVER_UNLOAD unload;
static DRIVER_DISPATCH open_or_close;

static VOID unload(PDRIVER_OBJECT Driver)
{
    relay_stop();
    IoDeleteDevice(Driver->DeviceObject);
}
// FAULT_PROVIDER_STAYS: wdm.c:[[#@LINE-1]]:1: error: 'relay_provider->handle' is still registered when 'unload' returns [nmr/unload-returns-registered]
// FAULT_CLIENT_NOT_WAITED_FOR: wdm.c:[[#@LINE-2]]:1: error: 'Client.handle' has not finished deregistering when 'unload' returns [nmr/unload-returns-pending]
// FAULT_FREED_WHILE_PENDING: wdm.c:[[#@LINE-3]]:1: error: 'relay_provider->handle' has not finished deregistering when 'unload' returns [nmr/unload-returns-pending]

static NTSTATUS open_or_close(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    Irp->IoStatus.Status = STATUS_SUCCESS;
    Irp->IoStatus.Information = 0;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return STATUS_SUCCESS;
}

static NTSTATUS make_device(PDRIVER_OBJECT Driver)
{
    UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\Device\\Relay");
    PDEVICE_OBJECT device;
    NTSTATUS status;

    status = IoCreateDevice(Driver, 0, &name, FILE_DEVICE_NETWORK,
                            FILE_DEVICE_SECURE_OPEN, FALSE, &device);
    if (NT_SUCCESS(status))
        device->Flags &= ~DO_DEVICE_INITIALIZING;
    return status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->MajorFunction[IRP_MJ_CREATE] = open_or_close;
    Driver->MajorFunction[IRP_MJ_CLOSE] = open_or_close;
    Driver->DriverUnload = unload;
#ifdef FAULT_DEVICE_FAILS
    status = relay_start();
    if (NT_SUCCESS(status))
        status = make_device(Driver);
#else
    status = make_device(Driver);
    if (!NT_SUCCESS(status))
        return status;
    status = relay_start();
    if (!NT_SUCCESS(status))
        IoDeleteDevice(Driver->DeviceObject);
#endif
    return status;
    // FAULT_START_NOT_UNDONE: wdm.c:[[#@LINE-1]]:5: error: 'relay_provider->handle' is still registered when 'DriverEntry' fails [nmr/entry-fails-registered]
    // FAULT_FREED_WHILE_PENDING: wdm.c:[[#@LINE-2]]:5: error: 'relay_provider->handle' has not finished deregistering when 'DriverEntry' fails [nmr/entry-fails-registered]
    // FAULT_DEVICE_FAILS: wdm.c:[[#@LINE-3]]:5: error: 'Client.handle' is still registered when 'DriverEntry' fails [nmr/entry-fails-registered]
    // FAULT_DEVICE_FAILS: wdm.c:[[#@LINE-4]]:5: error: 'relay_provider->handle' is still registered when 'DriverEntry' fails [nmr/entry-fails-registered]
}
