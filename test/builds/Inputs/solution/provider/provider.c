/* provider.c - a framework driver; its provider is never deregistered in free
 * builds.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include <wdf.h>

static NPI_PROVIDER_CHARACTERISTICS Characteristics;
static HANDLE Provider;

DRIVER_INITIALIZE DriverEntry;
EVT_WDF_DRIVER_UNLOAD ProviderUnload;

void ProviderUnload(WDFDRIVER Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#if DBG
    if (NmrDeregisterProvider(Provider) == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(Provider);
#endif
    SharedStop();
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    WDF_DRIVER_CONFIG config;
    NTSTATUS status;

    WDF_DRIVER_CONFIG_INIT(&config, WDF_NO_EVENT_CALLBACK);
    config.DriverInitFlags |= WdfDriverInitNonPnpDriver;
    config.EvtDriverUnload = ProviderUnload;
    status = WdfDriverCreate(Driver, Path, WDF_NO_OBJECT_ATTRIBUTES, &config,
                             WDF_NO_HANDLE);
    if (!NT_SUCCESS(status))
        return status;
    status = SharedStart();
    if (!NT_SUCCESS(status))
        return status;
    status = NmrRegisterProvider(&Characteristics, NULL, &Provider);
    if (!NT_SUCCESS(status))
        SharedStop();
    return status;
}

#if KMDF_VERSION_MINOR != 31
#    error the version of the framework is that of the project
#endif
