// __try/__finally runs on every way out, __leave too; registration rolled back
// in the finally block.
// RUN: %right OK
// RUN: %right LEAVE
// RUN: %fault BAD
// RUN: %fault BAD_FINALLY
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

static HANDLE ClientHandle;

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    NTSTATUS Status = STATUS_SUCCESS;

    __try {
        if (DriverObject->DeviceObject == NULL)
            __leave;
        IoDeleteDevice(DriverObject->DeviceObject);
    } __finally {
        Status = NmrDeregisterClient(ClientHandle);
#ifdef BAD_FINALLY
        if (AbnormalTermination())
#else
        if (Status == STATUS_PENDING)
#endif
            NmrWaitForClientDeregisterComplete(ClientHandle);
    }
}
// BAD_FINALLY: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT Device;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    Status = NmrRegisterClient(&Client, NULL, &ClientHandle);
    if (!NT_SUCCESS(Status))
        return Status;
    __try {
        Status = IoCreateDevice(DriverObject, 0, NULL, FILE_DEVICE_UNKNOWN, 0,
            FALSE, &Device);
        if (!NT_SUCCESS(Status))
#ifdef LEAVE
            __leave;
#else
            return Status;
            // BAD: :[[#@LINE-1]]:13: error: {{.*}} [nmr/entry-fails-registered]
#endif
        Device->Flags |= DO_BUFFERED_IO;
    } __finally {
#ifdef BAD
        if (NT_SUCCESS(Status))
            DbgPrint("device made\n");
#else
        if (!NT_SUCCESS(Status) &&
            NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(ClientHandle);
#endif
    }
    return Status;
}
