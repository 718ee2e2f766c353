// KMDF, handle in the WDFDRIVER's context reached by the generated accessor;
// cleanup = EvtCleanupCallback runs at both moments.
// RUN: %right OK
// RUN: %right CLEANUP
// RUN: %fault BAD
// RUN: %fault BAD_ENTRY
#include <ntddk.h>
#include <wdf.h>
#include <netioddk.h>
#include "Inputs/client.h"

typedef struct _DRIVER_CONTEXT {
    HANDLE Handle;
} DRIVER_CONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DRIVER_CONTEXT, DriverContextGet)

static void Deregister(DRIVER_CONTEXT *Context)
{
    if (Context->Handle == NULL)
        return;
#ifdef BAD
    (void)NmrDeregisterClient(Context->Handle);
#else
    if (NmrDeregisterClient(Context->Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Context->Handle);
#endif
    Context->Handle = NULL;
}

#ifdef CLEANUP
static VOID EvtCleanup(WDFOBJECT Driver)
#else
static VOID EvtUnload(WDFDRIVER Driver)
#endif
{
    Deregister(DriverContextGet(Driver));
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_OBJECT_ATTRIBUTES Attributes;
    WDF_DRIVER_CONFIG Config;
    DRIVER_CONTEXT *Context;
    PWDFDEVICE_INIT Init;
    WDFDRIVER Driver;
    NTSTATUS Status;

    WDF_DRIVER_CONFIG_INIT(&Config, WDF_NO_EVENT_CALLBACK);
    Config.DriverInitFlags |= WdfDriverInitNonPnpDriver;
#ifdef CLEANUP
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&Attributes, DRIVER_CONTEXT);
    Attributes.EvtCleanupCallback = EvtCleanup;
#else
    Config.EvtDriverUnload = EvtUnload;
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&Attributes, DRIVER_CONTEXT);
#endif
    Status = WdfDriverCreate(DriverObject, RegistryPath, &Attributes, &Config,
        &Driver);
    if (!NT_SUCCESS(Status))
        return Status;
    Context = DriverContextGet(Driver);
    Status = NmrRegisterClient(&Client, Context, &Context->Handle);
    if (!NT_SUCCESS(Status)) {
        Context->Handle = NULL;
        return Status;
    }
    Init = WdfControlDeviceInitAllocate(Driver, &SDDL_DEVOBJ_KERNEL_ONLY);
    if (Init == NULL) {
#if !defined(CLEANUP) && !defined(BAD_ENTRY)
        Deregister(Context);
#endif
        return STATUS_INSUFFICIENT_RESOURCES;
        // BAD: :[[#@LINE-1]]:9: error: {{.*}} [nmr/entry-fails-registered]
        // BAD_ENTRY: :[[#@LINE-2]]:9: error: {{.*}} [nmr/entry-fails-registered]
    }
    WdfDeviceInitFree(Init);
    return STATUS_SUCCESS;
}
