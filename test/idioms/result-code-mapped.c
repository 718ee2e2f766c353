// Own result enumeration mapped to NTSTATUS by a switch; success must map to
// success alone, otherwise entry seems to fail with the registration made.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault BAD_MAPPING
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/provider.h"

typedef enum { RESULT_OK, RESULT_NO_MEMORY, RESULT_INVALID, RESULT_FAILED } result_t;

static HANDLE ProviderHandle;

static __forceinline NTSTATUS ToStatus(result_t Result)
{
    NTSTATUS Status;

    switch (Result) {
    case RESULT_OK:
#ifdef BAD_MAPPING
        Status = STATUS_NOT_SUPPORTED;
#else
        Status = STATUS_SUCCESS;
#endif
        break;
    case RESULT_NO_MEMORY:
        Status = STATUS_INSUFFICIENT_RESOURCES;
        break;
    case RESULT_INVALID:
        Status = STATUS_INVALID_PARAMETER;
        break;
    default:
        Status = STATUS_UNSUCCESSFUL;
    }
    return Status;
}

static void Terminate(void)
{
    if (ProviderHandle) {
        if (NmrDeregisterProvider(ProviderHandle) == STATUS_PENDING)
            NmrWaitForProviderDeregisterComplete(ProviderHandle);
        ProviderHandle = NULL;
    }
}

static result_t Initiate(void)
{
    result_t Result = RESULT_OK;

    if (!NT_SUCCESS(NmrRegisterProvider(&Provider, NULL, &ProviderHandle))) {
        Result = RESULT_NO_MEMORY;
        goto Done;
    }
    if (KeGetCurrentIrql() > APC_LEVEL)
        Result = RESULT_FAILED;
Done:
#ifndef BAD
    if (Result != RESULT_OK)
        Terminate();
#endif
    return Result;
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    Terminate();
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    return ToStatus(Initiate());
    // BAD: :[[#@LINE-1]]:5: error: {{.*}} [nmr/entry-fails-registered]
    // BAD_MAPPING: :[[#@LINE-2]]:5: error: {{.*}} [nmr/entry-fails-registered]
}
