// A storage adapter's resources are freed before the driver is unloaded; its
// unload routine calls the one that the port driver had set.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

#include <storport.h>

static HANDLE Client;
static PDRIVER_UNLOAD PortUnload;

static VOID free_resources(PVOID Extension)
{
    UNREFERENCED_PARAMETER(Extension);
#ifndef FAULT
    if (Client)
        stop(Client);
    Client = NULL;
#endif
}

static VOID unload(PDRIVER_OBJECT Driver)
{
    if (PortUnload)
        PortUnload(Driver);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    VIRTUAL_HW_INITIALIZATION_DATA data = { 0 };
    NTSTATUS status;

    data.HwInitializationDataSize = sizeof(data);
    data.HwFreeAdapterResources = free_resources;
    status = StorPortInitialize(Driver, Path, (PHW_INITIALIZATION_DATA)&data,
                                NULL);
    if (!NT_SUCCESS(status))
        return status;
    PortUnload = Driver->DriverUnload;
    Driver->DriverUnload = unload;
    (VOID)NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    return STATUS_SUCCESS;
}
