// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT: {{^}}clean:
// KMDF calls no EvtDriverUnload when DriverEntry fails, but it does clean up
// the driver object, at both moments.
#include "Inputs/module.h"
#include <wdf.h>

static HANDLE Handle;

static VOID stop(WDFOBJECT Object)
{
    (void)Object;
    if (Handle)
        stop_client(Handle);
    Handle = NULL;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    WDF_DRIVER_CONFIG config;
    WDF_OBJECT_ATTRIBUTES attributes;
    NTSTATUS status;

    WDF_DRIVER_CONFIG_INIT(&config, NULL);
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
#ifdef FAULTY
    config.EvtDriverUnload = (PFN_WDF_DRIVER_UNLOAD)stop;
#else
    attributes.EvtCleanupCallback = stop;
#endif
    status = WdfDriverCreate(Driver, Path, &attributes, &config, NULL);
    if (!NT_SUCCESS(status))
        return status;
    status = NmrRegisterClient(&Client, NULL, &Handle);
    // CHECK: [[#@LINE-1]]: DriverEntry fails [nmr/entry-fails-registered]
    // CHECK-NOT: unload returns
    if (!NT_SUCCESS(status))
        return status;
    return WdfDeviceCreate(NULL, NULL, NULL);
}
