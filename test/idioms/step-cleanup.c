// State-number cleanup with fall-through; do/while(0) with break.
// RUN: %right DO_WHILE
// RUN: %right SWITCH
// RUN: %fault BAD_DO_WHILE
// RUN: %fault BAD_SWITCH
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

static enum { AT_NOTHING, AT_FIRST, AT_SECOND, AT_DEVICE } Reached;
static HANDLE First, Second;

static void Down(HANDLE Handle)
{
    if (NmrDeregisterClient(Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Handle);
}

static void Cleanup(PDRIVER_OBJECT DriverObject)
{
    switch (Reached) {
    case AT_DEVICE:
        IoDeleteDevice(DriverObject->DeviceObject);
        /* fall through */
    case AT_SECOND:
        Down(Second);
#ifdef BAD_SWITCH
        break;
#endif
    case AT_FIRST:
        Down(First);
        break;
    case AT_NOTHING:
        break;
    }
    Reached = AT_NOTHING;
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
#ifdef BAD_SWITCH
    IoDeleteDevice(DriverObject->DeviceObject);
    Down(Second);
    Down(First);
#else
    Cleanup(DriverObject);
#endif
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT Device;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    do {
        Status = NmrRegisterClient(&Client, NULL, &First);
        if (!NT_SUCCESS(Status))
            break;
#ifndef BAD_DO_WHILE
        Reached = AT_FIRST;
#endif
        Status = NmrRegisterClient(&Client, NULL, &Second);
        if (!NT_SUCCESS(Status))
            break;
        Reached = AT_SECOND;
        Status = IoCreateDevice(DriverObject, 0, NULL, FILE_DEVICE_UNKNOWN, 0,
            FALSE, &Device);
        if (!NT_SUCCESS(Status))
            break;
        Reached = AT_DEVICE;
    } while (0);
    if (!NT_SUCCESS(Status))
        Cleanup(DriverObject);
    return Status;
    // BAD_DO_WHILE: :[[#@LINE-1]]:5: error: {{.*}} [nmr/entry-fails-registered]
    // BAD_SWITCH: :[[#@LINE-2]]:5: error: {{.*}} [nmr/entry-fails-registered]
}
