// WDF_DRIVER_CONFIG.EvtDriverUnload by field assignment or initializer; WDF
// does not call it when DriverEntry fails: registering helper before a failing
// device helper.
// RUN: %right ASSIGN
// RUN: %right INITIALIZER
// RUN: %fault BAD_ASSIGN
// RUN: %fault BAD_INITIALIZER
// RUN: %fault BAD_SAMPLE
#include <ntddk.h>
#include <wdf.h>
#include <netioddk.h>
#include "Inputs/provider.h"

static HANDLE ProviderHandle;

static void ProviderDown(void)
{
    if (ProviderHandle == NULL)
        return;
#if defined(BAD_ASSIGN) || defined(BAD_INITIALIZER)
    NmrDeregisterProvider(ProviderHandle);
#else
    if (NmrDeregisterProvider(ProviderHandle) == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(ProviderHandle);
#endif
}

static NTSTATUS ProviderUp(void)
{
    NTSTATUS Status = NmrRegisterProvider(&Provider, NULL, &ProviderHandle);

    if (!NT_SUCCESS(Status))
        ProviderDown();
    return Status;
}

EVT_WDF_DRIVER_UNLOAD EvtUnload;

VOID EvtUnload(WDFDRIVER Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    ProviderDown();
}
// BAD_ASSIGN: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_INITIALIZER: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]

static NTSTATUS Setup(PDRIVER_OBJECT DriverObject, PUNICODE_STRING Path,
    WDFDRIVER *Driver, WDFDEVICE *Device)
{
    PWDFDEVICE_INIT Init = NULL;
    NTSTATUS Status;
#if defined(INITIALIZER) || defined(BAD_INITIALIZER)
    WDF_DRIVER_CONFIG Config = { .Size = sizeof(WDF_DRIVER_CONFIG),
        .EvtDriverUnload = EvtUnload, .DriverInitFlags = WdfDriverInitNonPnpDriver };

#else
    WDF_DRIVER_CONFIG Config;

    WDF_DRIVER_CONFIG_INIT(&Config, WDF_NO_EVENT_CALLBACK);
    Config.DriverInitFlags |= WdfDriverInitNonPnpDriver;
    Config.EvtDriverUnload = EvtUnload;
#endif
    Status = WdfDriverCreate(DriverObject, Path, WDF_NO_OBJECT_ATTRIBUTES,
        &Config, Driver);
    if (!NT_SUCCESS(Status))
        return Status;
    Init = WdfControlDeviceInitAllocate(*Driver, &SDDL_DEVOBJ_KERNEL_ONLY);
    if (!Init)
        return STATUS_INSUFFICIENT_RESOURCES;
    Status = WdfDeviceCreate(&Init, WDF_NO_OBJECT_ATTRIBUTES, Device);
    if (!NT_SUCCESS(Status))
        WdfDeviceInitFree(Init);
    return Status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    DECLARE_CONST_UNICODE_STRING(Link, L"\\DosDevices\\Sample");
    BOOLEAN Made = FALSE;
    WDFDEVICE Device;
    WDFDRIVER Driver;
    NTSTATUS Status;

    Status = Setup(DriverObject, RegistryPath, &Driver, &Device);
    if (!NT_SUCCESS(Status))
        goto Exit;
    Made = TRUE;
    Status = ProviderUp();
    if (!NT_SUCCESS(Status))
        goto Exit;
    WdfControlFinishInitializing(Device);
    Status = WdfDeviceCreateSymbolicLink(Device, &Link);

Exit:
    if (!NT_SUCCESS(Status) && Made) {
#ifndef BAD_SAMPLE
        ProviderDown();
#endif
        WdfObjectDelete(Device);
    }
    return Status;
    // BAD_ASSIGN: :[[#@LINE-1]]:5: error: {{.*}} [nmr/entry-fails-registered]
    // BAD_INITIALIZER: :[[#@LINE-2]]:5: error: {{.*}} [nmr/entry-fails-registered]
    // BAD_SAMPLE: :[[#@LINE-3]]:5: error: {{.*}} [nmr/entry-fails-registered]
}
