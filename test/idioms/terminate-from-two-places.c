// One terminate function called by the failing initiate, by the driver's own
// init failure and by unload; a NULL guard makes it idempotent.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault BAD_EARLY
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/provider.h"

static HANDLE ProviderHandle;
static PVOID Pool;

static void CoreTerminate(void)
{
#ifdef BAD
    {
#else
    if (ProviderHandle != NULL) {
#endif
        NTSTATUS Status = NmrDeregisterProvider(ProviderHandle);
        // BAD: :[[#@LINE-1]]:27: error: {{.*}} [nmr/deregister-unregistered]

        if (Status == STATUS_PENDING)
            NmrWaitForProviderDeregisterComplete(ProviderHandle);
        ProviderHandle = NULL;
    }
    if (Pool != NULL) {
        ExFreePoolWithTag(Pool, 'loP ');
        Pool = NULL;
    }
}

static int CoreInitiate(void)
{
    int Result = 0;
    NTSTATUS Status;

    Pool = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, 'loP ');
    if (Pool == NULL) {
        Result = 1;
        goto Done;
    }
    Status = NmrRegisterProvider(&Provider, NULL, &ProviderHandle);
    if (!NT_SUCCESS(Status)) {
        Result = 2;
        goto Done;
    }
Done:
    if (Result != 0)
        CoreTerminate();
    return Result;
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    if (DriverObject->DeviceObject)
        IoDeleteDevice(DriverObject->DeviceObject);
    CoreTerminate();
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT Device;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    if (CoreInitiate() != 0) {
        Status = STATUS_UNSUCCESSFUL;
        goto Exit;
    }
    Status = IoCreateDevice(DriverObject, 0, NULL, FILE_DEVICE_UNKNOWN, 0,
        FALSE, &Device);
    if (!NT_SUCCESS(Status))
        goto Exit;
    DriverObject->DriverUnload = DriverUnload;
Exit:
#ifndef BAD_EARLY
    if (!NT_SUCCESS(Status))
        CoreTerminate();
#endif
    return Status;
    // BAD_EARLY: :[[#@LINE-1]]:5: error: {{.*}} [nmr/entry-fails-registered]
}
