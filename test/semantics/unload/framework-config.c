// A framework driver names its unload routine in the configuration: by an
// assignment, by an initializer, or with the macro.
// RUN: %right ASSIGNED
// RUN: %fault ASSIGNED_FAULT
// RUN: %right INITIALIZED
// RUN: %fault INITIALIZED_FAULT
// RUN: %right MACRO
// RUN: %fault MACRO_FAULT
#if defined(ASSIGNED_FAULT) || defined(INITIALIZED_FAULT) || \
    defined(MACRO_FAULT)
#define FAULT
#endif
#include "../../Inputs/stop.h"

#include <wdf.h>

static HANDLE Client;

static VOID on_unload(WDFDRIVER Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop(Client);
}
// ASSIGNED_FAULT: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
// INITIALIZED_FAULT: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]
// MACRO_FAULT: :[[#@LINE-3]]:1: error: {{.*}} [nmr/unload-returns-pending]

#if defined(MACRO) || defined(MACRO_FAULT)
static NTSTATUS on_add(WDFDRIVER Driver, PWDFDEVICE_INIT Init)
{
    UNREFERENCED_PARAMETER(Driver);
    UNREFERENCED_PARAMETER(Init);
    return STATUS_SUCCESS;
}
#endif

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;
#if defined(INITIALIZED) || defined(INITIALIZED_FAULT)
    WDF_DRIVER_CONFIG config = { .Size = sizeof(config),
                                 .EvtDriverUnload = on_unload };
#elif defined(ASSIGNED) || defined(ASSIGNED_FAULT)
    WDF_DRIVER_CONFIG config = { 0 };

    config.Size = sizeof(config);
    config.EvtDriverUnload = on_unload;
#else
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, on_add);
    config.EvtDriverUnload = on_unload;
#endif
    status = WdfDriverCreate(Driver, Path, WDF_NO_OBJECT_ATTRIBUTES, &config,
                             WDF_NO_HANDLE);
    if (!NT_SUCCESS(status))
        return status;
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}
