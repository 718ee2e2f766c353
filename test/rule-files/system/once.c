// One-time initialization runs its routine until it succeeds, and then not
// again; an interlocked exchange tells what was there before.
//
// RUN: %unloadcheck --format=brief %s | count 0
// RUN: not %unloadcheck --format=brief %s -- -DBAD | FileCheck %s
#include <ntddk.h>
#include <netioddk.h>

static RTL_RUN_ONCE Once = RTL_RUN_ONCE_INIT;
static HANDLE Handle;
static LONG Registered;
static NPI_CLIENT_CHARACTERISTICS Characteristics;

static ULONG NTAPI Register(PRTL_RUN_ONCE RunOnce, PVOID Parameter,
                            PVOID *Context)
{
    if (!NT_SUCCESS(NmrRegisterClient(&Characteristics, NULL, &Handle)))
        return FALSE;
#ifndef BAD
    InterlockedExchange(&Registered, 1);
#endif
    return TRUE;
}

static VOID Unload(PDRIVER_OBJECT DriverObject)
{
    if (InterlockedExchange(&Registered, 0) != 0 &&
        NmrDeregisterClient(Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Handle);
} // CHECK: [[#@LINE]]:1: error: 'Handle' is still registered

static NTSTATUS Control(PDEVICE_OBJECT Device, PIRP Irp)
{
    return RtlRunOnceExecuteOnce(&Once, Register, NULL, NULL);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING Path)
{
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = Control;
    DriverObject->DriverUnload = Unload;
    return STATUS_SUCCESS;
}
