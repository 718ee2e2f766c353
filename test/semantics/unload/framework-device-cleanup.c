// Devices of the framework are cleaned up before the driver is unloaded.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

#include <wdf.h>

static HANDLE Client;

static VOID on_device_cleanup(WDFOBJECT Object)
{
    UNREFERENCED_PARAMETER(Object);
#ifndef FAULT
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
    Client = NULL;
#endif
}

static VOID on_unload(WDFDRIVER Driver)
{
    UNREFERENCED_PARAMETER(Driver);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

static NTSTATUS on_add(WDFDRIVER Driver, PWDFDEVICE_INIT Init)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFDEVICE device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Driver);
    if (Client != NULL)
        return STATUS_DEVICE_BUSY;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (!NT_SUCCESS(status))
        return status;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.EvtCleanupCallback = on_device_cleanup;
    status = WdfDeviceCreate(&Init, &attributes, &device);
    if (!NT_SUCCESS(status)) {
        if (NmrDeregisterClient(Client) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Client);
        Client = NULL;
    }
    return status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, on_add);
    config.EvtDriverUnload = on_unload;
    return WdfDriverCreate(Driver, Path, WDF_NO_OBJECT_ATTRIBUTES, &config,
                           WDF_NO_HANDLE);
}
