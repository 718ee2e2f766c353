// Each group of providers registers itself or undoes itself, one boolean per
// group says whether it is up; entry's failure and unload share the cleanup.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault BAD_FLAG
#include <ntddk.h>
#include <wdf.h>
#include <netioddk.h>
#include "Inputs/provider.h"

static HANDLE BindHook, BindInfo, SockHook;
static BOOLEAN BindUp, SockUp;

static void Down(HANDLE *Slot)
{
    NTSTATUS Status;

    if (*Slot == NULL)
        return;
    Status = NmrDeregisterProvider(*Slot);
    if (Status == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(*Slot);
    else
        DbgPrint("deregister: 0x%x\n", Status);
    *Slot = NULL;
}

static void BindStop(void)
{
    Down(&BindHook);
    Down(&BindInfo);
}

static NTSTATUS BindStart(void)
{
    NTSTATUS Status = NmrRegisterProvider(&Provider, NULL, &BindInfo);

    if (!NT_SUCCESS(Status))
        goto Exit;
    Status = NmrRegisterProvider(&Provider, NULL, &BindHook);
    if (!NT_SUCCESS(Status))
        goto Exit;
Exit:
#ifndef BAD
    if (!NT_SUCCESS(Status))
        BindStop();
#endif
    return Status;
}

static void StopAll(void)
{
    if (BindUp) {
        BindStop();
        BindUp = FALSE;
    }
#ifdef BAD_FLAG
    if (BindUp) {
#else
    if (SockUp) {
#endif
        Down(&SockHook);
        SockUp = FALSE;
    }
}

static NTSTATUS StartAll(void)
{
    NTSTATUS Status = BindStart();

    if (!NT_SUCCESS(Status))
        goto Exit;
    BindUp = TRUE;
    Status = NmrRegisterProvider(&Provider, NULL, &SockHook);
    if (!NT_SUCCESS(Status))
        goto Exit;
    SockUp = TRUE;
Exit:
    if (!NT_SUCCESS(Status))
        StopAll();
    return Status;
}

static VOID EvtUnload(WDFDRIVER Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    StopAll();
}
// BAD_FLAG: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG Config;
    PWDFDEVICE_INIT Init;
    WDFDRIVER Driver;
    NTSTATUS Status;

    WDF_DRIVER_CONFIG_INIT(&Config, WDF_NO_EVENT_CALLBACK);
    Config.DriverInitFlags |= WdfDriverInitNonPnpDriver;
    Config.EvtDriverUnload = EvtUnload;
    Status = WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES,
        &Config, &Driver);
    if (!NT_SUCCESS(Status))
        goto Exit;
    Status = StartAll();
    if (!NT_SUCCESS(Status))
        goto Exit;
    Init = WdfControlDeviceInitAllocate(Driver, &SDDL_DEVOBJ_SYS_ALL_ADM_ALL);
    if (Init == NULL)
        Status = STATUS_INSUFFICIENT_RESOURCES;
    else
        WdfDeviceInitFree(Init);
Exit:
    if (!NT_SUCCESS(Status))
        StopAll();
    return Status;
    // BAD: :[[#@LINE-1]]:5: error: {{.*}} [nmr/entry-fails-registered]
    // BAD_FLAG: :[[#@LINE-2]]:5: error: {{.*}} [nmr/entry-fails-registered]
}
