// NDIS UnloadHandler, file-system filter unload callback, StorPort with a
// chained DriverUnload, export driver DllUnload.
// RUN: %right FILTER
// RUN: %right NDIS
// RUN: %right STORPORT
// RUN: %fault BAD_FILTER
// RUN: %fault BAD_NDIS
// RUN: %fault BAD_STORPORT
#if defined(NDIS) || defined(BAD_NDIS)
#include <ndis.h>
#elif defined(STORPORT) || defined(BAD_STORPORT)
#include <ntddk.h>
#include <storport.h>
#else
#include <fltKernel.h>
#endif
#include <netioddk.h>
#include "Inputs/client.h"

static HANDLE ClientHandle;

static void Deregister(void)
{
#if defined(BAD_FILTER) || defined(BAD_NDIS) || defined(BAD_STORPORT)
    NmrDeregisterClient(ClientHandle);
#else
    if (NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
#endif
}

#if defined(NDIS) || defined(BAD_NDIS)
static NDIS_HANDLE MiniportHandle;

static VOID MiniportUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    NdisMDeregisterMiniportDriver(MiniportHandle);
    Deregister();
}
// BAD_NDIS: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
#elif defined(STORPORT) || defined(BAD_STORPORT)
static PDRIVER_UNLOAD PortUnload;

VOID ChainedUnload(PDRIVER_OBJECT DriverObject)
{
    Deregister();
    if (PortUnload)
        PortUnload(DriverObject);
}
// BAD_STORPORT: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
#else
static PFLT_FILTER Filter;

static NTSTATUS FilterUnload(FLT_FILTER_UNLOAD_FLAGS Flags)
{
    UNREFERENCED_PARAMETER(Flags);
    FltUnregisterFilter(Filter);
    Deregister();
    return STATUS_SUCCESS;
    // BAD_FILTER: :[[#@LINE-1]]:5: error: {{.*}} [nmr/unload-returns-pending]
}

static const FLT_OPERATION_REGISTRATION Operations[] = {
    { IRP_MJ_OPERATION_END }
};

static const FLT_REGISTRATION Registration = {
    sizeof(FLT_REGISTRATION), FLT_REGISTRATION_VERSION, 0, NULL, Operations,
    FilterUnload
};
#endif

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
#if defined(NDIS) || defined(BAD_NDIS)
    NDIS_MINIPORT_DRIVER_CHARACTERISTICS Miniport;
#elif defined(STORPORT) || defined(BAD_STORPORT)
    VIRTUAL_HW_INITIALIZATION_DATA Data = { 0 };
#endif
    NTSTATUS Status;

#if defined(NDIS) || defined(BAD_NDIS)
    NdisZeroMemory(&Miniport, sizeof(Miniport));
    Miniport.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_DRIVER_CHARACTERISTICS;
    Miniport.MajorNdisVersion = 6;
    Miniport.UnloadHandler = MiniportUnload;
#elif defined(STORPORT) || defined(BAD_STORPORT)
    Data.HwInitializationDataSize = sizeof(Data);
    Status = StorPortInitialize(DriverObject, RegistryPath,
        (PHW_INITIALIZATION_DATA)&Data, NULL);
    if (!NT_SUCCESS(Status))
        return Status;
#else
    UNREFERENCED_PARAMETER(RegistryPath);
#endif
    Status = NmrRegisterClient(&Client, NULL, &ClientHandle);
    if (!NT_SUCCESS(Status))
        return Status;
#if defined(NDIS) || defined(BAD_NDIS)
    Status = NdisMRegisterMiniportDriver(DriverObject, RegistryPath, NULL,
        &Miniport, &MiniportHandle);
    if (!NT_SUCCESS(Status) &&
        NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
    return Status;
#elif defined(STORPORT) || defined(BAD_STORPORT)
    PortUnload = DriverObject->DriverUnload;
    DriverObject->DriverUnload = ChainedUnload;
    return STATUS_SUCCESS;
#else
    Status = FltRegisterFilter(DriverObject, &Registration, &Filter);
    if (!NT_SUCCESS(Status) &&
        NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
    return Status;
#endif
}
