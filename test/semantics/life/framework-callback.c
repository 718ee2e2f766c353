// The framework's event callbacks run between loading and unloading.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

#include <wdf.h>

static HANDLE Client;

static VOID on_unload(WDFDRIVER Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Client)
        stop(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]

static NTSTATUS on_add(WDFDRIVER Driver, PWDFDEVICE_INIT Init)
{
    WDFDEVICE device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Driver);
    status = WdfDeviceCreate(&Init, WDF_NO_OBJECT_ATTRIBUTES, &device);
    if (NT_SUCCESS(status) && Client == NULL)
        status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
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
