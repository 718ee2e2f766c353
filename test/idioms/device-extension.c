// Handle in the device extension, reached in unload through
// DriverObject->DeviceObject; IoDeleteDevice frees it.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault BAD_DELETED
// RUN: %fault BAD_ENTRY
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

typedef struct _EXTENSION {
    PDEVICE_OBJECT Self;
    HANDLE Handle;
} EXTENSION, *PEXTENSION;

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    PDEVICE_OBJECT Device = DriverObject->DeviceObject;
    PEXTENSION Extension = (PEXTENSION)Device->DeviceExtension;
    NTSTATUS Status;

#if defined(BAD)
    Status = NmrDeregisterClient(Extension->Handle);
#elif defined(BAD_DELETED)
    Status = STATUS_SUCCESS;
    Extension->Self = NULL;
#else
    Status = NmrDeregisterClient(Extension->Handle);
    if (Status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Extension->Handle);
#endif
    IoDeleteDevice(Device);
    // BAD_DELETED: :[[#@LINE-1]]:5: error: {{.*}} [nmr/handle-lost]
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNICODE_STRING Link = RTL_CONSTANT_STRING(L"\\DosDevices\\Sample");
    UNICODE_STRING Name = RTL_CONSTANT_STRING(L"\\Device\\Sample");
    PDEVICE_OBJECT Device;
    PEXTENSION Extension;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    Status = IoCreateDevice(DriverObject, sizeof(EXTENSION), &Name,
        FILE_DEVICE_UNKNOWN, 0, FALSE, &Device);
    if (!NT_SUCCESS(Status))
        return Status;
    Extension = Device->DeviceExtension;
    Extension->Self = Device;
    Status = NmrRegisterClient(&Client, Extension, &Extension->Handle);
    if (!NT_SUCCESS(Status)) {
        IoDeleteDevice(Device);
        return Status;
    }
    Status = IoCreateSymbolicLink(&Link, &Name);
    if (!NT_SUCCESS(Status)) {
#ifndef BAD_ENTRY
        if (NmrDeregisterClient(Extension->Handle) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Extension->Handle);
        IoDeleteDevice(Device);
#endif
        return Status;
        // BAD_ENTRY: :[[#@LINE-1]]:9: error: {{.*}} [nmr/entry-fails-registered]
    }
    DriverObject->DriverUnload = DriverUnload;
    return STATUS_SUCCESS;
}
