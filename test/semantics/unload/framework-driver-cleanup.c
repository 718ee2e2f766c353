// The cleanup callback of the driver object runs when the driver is unloaded,
// and when its entry routine fails; the unload callback only at the first.
// RUN: %right CLEANUP
// RUN: %right DESTROY
// RUN: %fault UNLOAD
// RUN: %fault NEITHER
#include "../../Inputs/nmr.h"

#include <wdf.h>

static HANDLE Client;

static VOID stop_client(VOID)
{
    if (Client && NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
    Client = NULL;
}

#if defined(CLEANUP) || defined(DESTROY)
static VOID on_cleanup(WDFOBJECT Object)
{
    UNREFERENCED_PARAMETER(Object);
    stop_client();
}
#endif

static VOID on_unload(WDFDRIVER Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifdef UNLOAD
    stop_client();
#endif
} // NEITHER: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_DRIVER_CONFIG config;
    NTSTATUS status;

    WDF_DRIVER_CONFIG_INIT(&config, WDF_NO_EVENT_CALLBACK);
    config.EvtDriverUnload = on_unload;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
#if defined(CLEANUP)
    attributes.EvtCleanupCallback = on_cleanup;
#elif defined(DESTROY)
    attributes.EvtDestroyCallback = on_cleanup;
#endif
    status = WdfDriverCreate(Driver, Path, &attributes, &config, WDF_NO_HANDLE);
    if (!NT_SUCCESS(status))
        return status;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (!NT_SUCCESS(status))
        return status;
#ifdef NEITHER
    return STATUS_SUCCESS;
#else
    return KeGetCurrentIrql() == PASSIVE_LEVEL ? STATUS_SUCCESS
                                               : STATUS_UNSUCCESSFUL;
#endif
    // UNLOAD: :[[#@LINE-3]]:5: error: {{.*}} [nmr/entry-fails-registered]
}
