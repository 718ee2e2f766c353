// KMDF PnP driver, handle in the device's context, registered in
// EvtDriverDeviceAdd, deregistered in the device's EvtCleanupCallback; unload
// has nothing to do and may be absent.
// RUN: %right OK
// RUN: %fault BAD
#include <ntddk.h>
#include <wdf.h>
#include <netioddk.h>
#include "Inputs/client.h"

typedef struct _DEVICE_CONTEXT {
    HANDLE Handle;
} DEVICE_CONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, DeviceContextGet)

static VOID EvtDeviceCleanup(WDFOBJECT Device)
{
    DEVICE_CONTEXT *Context = DeviceContextGet(Device);

    if (Context->Handle == NULL)
        return;
#ifdef BAD
    NmrDeregisterClient(Context->Handle);
#else
    if (NmrDeregisterClient(Context->Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Context->Handle);
#endif
}

static NTSTATUS EvtDeviceAdd(WDFDRIVER Driver, PWDFDEVICE_INIT Init)
{
    WDF_OBJECT_ATTRIBUTES Attributes;
    DEVICE_CONTEXT *Context;
    WDFDEVICE Device;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(Driver);
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&Attributes, DEVICE_CONTEXT);
    Attributes.EvtCleanupCallback = EvtDeviceCleanup;
    Status = WdfDeviceCreate(&Init, &Attributes, &Device);
    if (!NT_SUCCESS(Status))
        return Status;
    Context = DeviceContextGet(Device);
    return NmrRegisterClient(&Client, Context, &Context->Handle);
}

static VOID EvtUnload(WDFDRIVER Driver)
{
    UNREFERENCED_PARAMETER(Driver);
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG Config;

    WDF_DRIVER_CONFIG_INIT(&Config, EvtDeviceAdd);
    Config.EvtDriverUnload = EvtUnload;
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES,
        &Config, WDF_NO_HANDLE);
}
