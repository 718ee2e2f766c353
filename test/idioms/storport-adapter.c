// Registered in HwFindAdapter, deregistered in HwFreeAdapterResources guarded
// by a flag in the device extension; unload chains to the port's own.
// RUN: %right OK
// RUN: %fault BAD
#include <ntddk.h>
#include <storport.h>
#include <netioddk.h>
#include "Inputs/client.h"

typedef struct _EXTENSION {
    BOOLEAN Up;
} EXTENSION, *PEXTENSION;

static HANDLE ClientHandle;
static PDRIVER_UNLOAD PortUnload;

static ULONG FindAdapter(PVOID DeviceExtension, PVOID HwContext,
    PVOID BusInformation, PVOID LowerDevice, PCHAR Arguments,
    PPORT_CONFIGURATION_INFORMATION Configuration, PBOOLEAN Again)
{
    PEXTENSION Extension = DeviceExtension;

    UNREFERENCED_PARAMETER(HwContext);
    UNREFERENCED_PARAMETER(BusInformation);
    UNREFERENCED_PARAMETER(LowerDevice);
    UNREFERENCED_PARAMETER(Arguments);
    UNREFERENCED_PARAMETER(Configuration);
    *Again = FALSE;
    if (!NT_SUCCESS(NmrRegisterClient(&Client, Extension, &ClientHandle)))
        return SP_RETURN_ERROR;
    Extension->Up = TRUE;
    return SP_RETURN_FOUND;
}

static VOID FreeResources(PVOID DeviceExtension)
{
    PEXTENSION Extension = DeviceExtension;

    if (!Extension->Up)
        return;
#ifdef BAD
    NmrDeregisterClient(ClientHandle);
#else
    if (NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
#endif
    ClientHandle = NULL;
    Extension->Up = FALSE;
}

VOID ChainedUnload(PDRIVER_OBJECT DriverObject)
{
    if (PortUnload)
        PortUnload(DriverObject);
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    VIRTUAL_HW_INITIALIZATION_DATA Data = { 0 };
    NTSTATUS Status;

    Data.HwInitializationDataSize = sizeof(Data);
    Data.HwFindAdapter = FindAdapter;
    Data.HwFreeAdapterResources = FreeResources;
    Data.DeviceExtensionSize = sizeof(EXTENSION);
    Status = StorPortInitialize(DriverObject, RegistryPath,
        (PHW_INITIALIZATION_DATA)&Data, NULL);
    if (NT_SUCCESS(Status)) {
        PortUnload = DriverObject->DriverUnload;
        DriverObject->DriverUnload = ChainedUnload;
    }
    return Status;
}
