// The context of a framework object is the same memory for the same handle.
//
// RUN: %unloadcheck --format=brief %s | count 0
// RUN: not %unloadcheck --format=brief %s -- -DBAD | FileCheck %s
#include <ntddk.h>
#include <wdf.h>
#include <netioddk.h>

typedef struct {
    HANDLE Handle;
} context;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(context, GetContext)

static NPI_CLIENT_CHARACTERISTICS Characteristics;

static VOID Unload(WDFDRIVER Driver)
{
    context *Context = GetContext(Driver);

#ifndef BAD
    if (NmrDeregisterClient(Context->Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Context->Handle);
#endif
} // CHECK: [[#@LINE]]:1: error: {{.*}} is still registered

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING Path)
{
    WDF_DRIVER_CONFIG Config;
    WDF_OBJECT_ATTRIBUTES Attributes;
    WDFDRIVER Driver;
    NTSTATUS Status;

    WDF_DRIVER_CONFIG_INIT(&Config, WDF_NO_EVENT_CALLBACK);
    Config.EvtDriverUnload = Unload;
    WDF_OBJECT_ATTRIBUTES_INIT(&Attributes);
    WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(&Attributes, context);
    Status = WdfDriverCreate(DriverObject, Path, &Attributes, &Config,
                             &Driver);
    if (!NT_SUCCESS(Status))
        return Status;
    return NmrRegisterClient(&Characteristics, NULL,
                             &GetContext(Driver)->Handle);
}
