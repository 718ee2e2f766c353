// How a WDM driver sets its unload routine: directly, through a global copy of
// the driver object, in a helper, only on success and called on failure, empty,
// never.
// RUN: %right ALIAS
// RUN: %right ASSIGNED
// RUN: %right CALLED
// RUN: %right HELPER
// RUN: %unloadcheck --format=brief %s -- -DNONE \
// RUN:   | FileCheck %s --check-prefix=NONE --implicit-check-not=error:
// RUN: %fault BAD
// RUN: %fault BAD_ALIAS
// RUN: %fault BAD_CALLED
// RUN: %fault BAD_DOES_NOTHING
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

static HANDLE ClientHandle;
static PDRIVER_OBJECT GlobalDriver;

static void Deregister(void)
{
    if (ClientHandle == NULL)
        return;
#ifdef BAD_ALIAS
    NmrDeregisterClient(ClientHandle);
#else
    if (NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
#endif
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
#if defined(ASSIGNED) || defined(CALLED) || defined(HELPER) \
    || defined(BAD_CALLED)
    Deregister();
#elif defined(BAD)
    if (GlobalDriver == NULL)
        Deregister();
#endif
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-registered]
// BAD_DOES_NOTHING: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-registered]

VOID OtherUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    Deregister();
}
// BAD_ALIAS: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

static void SetRoutines(PDRIVER_OBJECT Driver)
{
#ifdef HELPER
    Driver->DriverUnload = DriverUnload;
#else
    Driver->MajorFunction[IRP_MJ_CREATE] = NULL;
#endif
}

static NTSTATUS Start(void)
{
    NTSTATUS Status = NmrRegisterClient(&Client, NULL, &ClientHandle);
    // NONE: :[[#@LINE-1]]:23: note: {{.*}} [nmr/no-unload-routine]

#if defined(ALIAS) || defined(BAD_ALIAS)
    if (NT_SUCCESS(Status))
        GlobalDriver->DriverUnload = OtherUnload;
#endif
    return Status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT Device;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    GlobalDriver = DriverObject;
    SetRoutines(DriverObject);
#if defined(ASSIGNED) || defined(BAD) || defined(BAD_DOES_NOTHING)
    DriverObject->DriverUnload = DriverUnload;
    Status = Start();
    Device = NULL;
    UNREFERENCED_PARAMETER(Device);
#elif defined(CALLED)
    Status = Start();
    if (!NT_SUCCESS(Status))
        goto Exit;
    Status = IoCreateDevice(DriverObject, 0, NULL, FILE_DEVICE_UNKNOWN, 0,
        FALSE, &Device);
Exit:
    if (!NT_SUCCESS(Status))
        DriverUnload(DriverObject);
    if (NT_SUCCESS(Status))
        DriverObject->DriverUnload = DriverUnload;
#elif defined(BAD_CALLED)
    Status = Start();
    if (!NT_SUCCESS(Status))
        goto Exit;
    Status = IoCreateDevice(DriverObject, 0, NULL, FILE_DEVICE_UNKNOWN, 0,
        FALSE, &Device);
Exit:
    if (NT_SUCCESS(Status))
        DriverObject->DriverUnload = DriverUnload;
#else
    Status = Start();
    Device = NULL;
    UNREFERENCED_PARAMETER(Device);
#endif
    return Status;
    // BAD_CALLED: :[[#@LINE-1]]:5: error: {{.*}} [nmr/entry-fails-registered]
}
