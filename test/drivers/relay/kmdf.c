/* kmdf.c - the relay as a driver of the framework.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include "relay.h"

#include <wdf.h>

DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_UNLOAD unload;

static VOID unload(WDFDRIVER Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    relay_stop();
}
// FAULT_PROVIDER_STAYS: kmdf.c:[[#@LINE-1]]:1: error: 'relay_provider->handle' is still registered when 'unload' returns [nmr/unload-returns-registered]
// FAULT_CLIENT_NOT_WAITED_FOR: kmdf.c:[[#@LINE-2]]:1: error: 'Client.handle' has not finished deregistering when 'unload' returns [nmr/unload-returns-pending]
// FAULT_FREED_WHILE_PENDING: kmdf.c:[[#@LINE-3]]:1: error: 'relay_provider->handle' has not finished deregistering when 'unload' returns [nmr/unload-returns-pending]

/* A control device, deleted again where it cannot be finished. */
static NTSTATUS make_device(WDFDRIVER Driver)
{
    DECLARE_CONST_UNICODE_STRING(access, L"D:P(A;;GA;;;SY)(A;;GA;;;BA)");
    PWDFDEVICE_INIT init = WdfControlDeviceInitAllocate(Driver, &access);
    WDFDEVICE device;
    NTSTATUS status;

    if (init == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    status = WdfDeviceCreate(&init, WDF_NO_OBJECT_ATTRIBUTES, &device);
    if (!NT_SUCCESS(status)) {
        WdfDeviceInitFree(init);
        return status;
    }
    WdfControlFinishInitializing(device);
    return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Object, PUNICODE_STRING Path)
{
    WDF_DRIVER_CONFIG config;
    WDFDRIVER driver;
    NTSTATUS status;

    WDF_DRIVER_CONFIG_INIT(&config, WDF_NO_EVENT_CALLBACK);
    config.DriverInitFlags |= WdfDriverInitNonPnpDriver;
    config.EvtDriverUnload = unload;
    status = WdfDriverCreate(Object, Path, WDF_NO_OBJECT_ATTRIBUTES, &config,
                             &driver);
    if (!NT_SUCCESS(status))
        return status;
#ifdef FAULT_DEVICE_FAILS
    status = relay_start();
    if (NT_SUCCESS(status))
        status = make_device(driver);
#else
    status = make_device(driver);
    if (NT_SUCCESS(status))
        status = relay_start();
#endif
    return status;
    // FAULT_START_NOT_UNDONE: kmdf.c:[[#@LINE-1]]:5: error: 'relay_provider->handle' is still registered when 'DriverEntry' fails [nmr/entry-fails-registered]
    // FAULT_FREED_WHILE_PENDING: kmdf.c:[[#@LINE-2]]:5: error: 'relay_provider->handle' has not finished deregistering when 'DriverEntry' fails [nmr/entry-fails-registered]
    // FAULT_DEVICE_FAILS: kmdf.c:[[#@LINE-3]]:5: error: 'Client.handle' is still registered when 'DriverEntry' fails [nmr/entry-fails-registered]
    // FAULT_DEVICE_FAILS: kmdf.c:[[#@LINE-4]]:5: error: 'relay_provider->handle' is still registered when 'DriverEntry' fails [nmr/entry-fails-registered]
}
