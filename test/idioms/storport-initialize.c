// A miniport registers with Winsock Kernel in HwInitialize, in the extension of
// its adapter; the unload routine is the port driver's own. The flag that
// guards the end is set when the provider is captured, so it says nothing of a
// registration whose capture failed. DriverEntry returns a ULONG, as the port
// driver's headers have it.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault FAILS
#include <ntddk.h>
#include <storport.h>
#include <wsk.h>

typedef struct _EXTENSION {
    WSK_REGISTRATION Registration;
    WSK_PROVIDER_NPI Provider;
    WSK_CLIENT_DISPATCH Dispatch;
    BOOLEAN Captured;
} EXTENSION, *PEXTENSION;

static const WSK_CLIENT_DISPATCH Dispatch = { MAKE_WSK_VERSION(1, 0), 0, NULL };
static WSK_REGISTRATION Early;

static ULONG FindAdapter(PVOID DeviceExtension, PVOID HwContext,
    PVOID BusInformation, PVOID LowerDevice, PCHAR Arguments,
    PPORT_CONFIGURATION_INFORMATION Configuration, PBOOLEAN Again)
{
    UNREFERENCED_PARAMETER(DeviceExtension);
    UNREFERENCED_PARAMETER(HwContext);
    UNREFERENCED_PARAMETER(BusInformation);
    UNREFERENCED_PARAMETER(LowerDevice);
    UNREFERENCED_PARAMETER(Arguments);
    UNREFERENCED_PARAMETER(Configuration);
    *Again = FALSE;
    return SP_RETURN_FOUND;
}

static BOOLEAN Initialize(PVOID DeviceExtension)
{
    PEXTENSION Extension = DeviceExtension;
    WSK_CLIENT_NPI Client = { NULL, &Dispatch };

    if (Extension->Captured)
        return TRUE;
    if (!NT_SUCCESS(WskRegister(&Client, &Extension->Registration)))
        // BAD: :[[#@LINE-1]]:10: error: {{.*}} still registered [wsk/handle-lost]
        return FALSE;
    if (!NT_SUCCESS(WskCaptureProviderNPI(&Extension->Registration, WSK_NO_WAIT,
            &Extension->Provider))) {
#ifndef BAD
        WskDeregister(&Extension->Registration);
#endif
        return FALSE;
    }
    Extension->Captured = TRUE;
    return TRUE;
}

static VOID FreeResources(PVOID DeviceExtension)
{
    PEXTENSION Extension = DeviceExtension;

    if (Extension->Captured) {
        WskReleaseProviderNPI(&Extension->Registration);
        WskDeregister(&Extension->Registration);
    }
    Extension->Captured = FALSE;
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [wsk/unload-returns-registered]

ULONG DriverEntry(PVOID DriverObject, PVOID RegistryPath)
{
    VIRTUAL_HW_INITIALIZATION_DATA Data = { 0 };

#ifdef FAILS
    WSK_CLIENT_NPI Client = { NULL, &Dispatch };
    if (!NT_SUCCESS(WskRegister(&Client, &Early)))
        return (ULONG)STATUS_UNSUCCESSFUL;
    return (ULONG)STATUS_DEVICE_NOT_READY;
    // FAILS: :[[#@LINE-1]]:5: error: {{.*}} [wsk/entry-fails-registered]
#endif
    Data.HwInitializationDataSize = sizeof(Data);
    Data.HwFindAdapter = FindAdapter;
    Data.HwInitialize = Initialize;
    Data.HwFreeAdapterResources = FreeResources;
    Data.DeviceExtensionSize = sizeof(EXTENSION);
    return StorPortInitialize(DriverObject, RegistryPath,
        (PHW_INITIALIZATION_DATA)&Data, NULL);
}
