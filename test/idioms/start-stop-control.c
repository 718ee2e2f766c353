// Registered and deregistered by I/O control codes in any order, any number of
// times; unload stops what is still running.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault BAD_TWICE
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

#define IOCTL_START CTL_CODE(FILE_DEVICE_UNKNOWN, 0x801, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_STOP CTL_CODE(FILE_DEVICE_UNKNOWN, 0x802, METHOD_BUFFERED, FILE_ANY_ACCESS)

static HANDLE ClientHandle;
static BOOLEAN Running;

static NTSTATUS Start(void)
{
    NTSTATUS Status;

#ifndef BAD_TWICE
    if (Running)
        return STATUS_DEVICE_BUSY;
#endif
    Status = NmrRegisterClient(&Client, NULL, &ClientHandle);
    // BAD_TWICE: :[[#@LINE-1]]:14: error: {{.*}} [nmr/handle-lost]
    if (NT_SUCCESS(Status))
        Running = TRUE;
    return Status;
}

static NTSTATUS Stop(void)
{
    if (!Running)
        return STATUS_INVALID_DEVICE_STATE;
    if (NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
    Running = FALSE;
    return STATUS_SUCCESS;
}

static NTSTATUS Control(PDEVICE_OBJECT Device, PIRP Irp)
{
    PIO_STACK_LOCATION Stack = IoGetCurrentIrpStackLocation(Irp);
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(Device);
    switch (Stack->Parameters.DeviceIoControl.IoControlCode) {
    case IOCTL_START:
        Status = Start();
        break;
    case IOCTL_STOP:
        Status = Stop();
        break;
    default:
        Status = STATUS_INVALID_DEVICE_REQUEST;
    }
    Irp->IoStatus.Status = Status;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
#ifdef BAD
    DbgPrint("running: %d\n", Running);
#else
    Stop();
#endif
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = Control;
    DriverObject->DriverUnload = DriverUnload;
    return STATUS_SUCCESS;
}
