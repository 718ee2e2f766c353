// Timer DPC uses the binding under rundown protection; twins wait in the DPC or
// under a spin lock.
// RUN: %right OK
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

static HANDLE ClientHandle;
static KSPIN_LOCK Lock;
static KTIMER Timer;
static KDPC Dpc;
static EX_RUNDOWN_REF Rundown;
static volatile LONG Ticks;

static VOID TimerDpc(PKDPC Object, PVOID Context, PVOID First, PVOID Second)
{
    UNREFERENCED_PARAMETER(Object);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(First);
    UNREFERENCED_PARAMETER(Second);
    if (!ExAcquireRundownProtection(&Rundown))
        return;
    InterlockedIncrement(&Ticks);
    ExReleaseRundownProtection(&Rundown);
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    KIRQL Irql;

    UNREFERENCED_PARAMETER(DriverObject);
    KeCancelTimer(&Timer);
    KeFlushQueuedDpcs();
    ExWaitForRundownProtectionRelease(&Rundown);
    KeAcquireSpinLock(&Lock, &Irql);
    Ticks = 0;
    KeReleaseSpinLock(&Lock, Irql);
    if (ClientHandle != NULL &&
        NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    LARGE_INTEGER Due;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    KeInitializeSpinLock(&Lock);
    KeInitializeTimer(&Timer);
    KeInitializeDpc(&Dpc, TimerDpc, NULL);
    ExInitializeRundownProtection(&Rundown);
    Status = NmrRegisterClient(&Client, NULL, &ClientHandle);
    if (!NT_SUCCESS(Status))
        return Status;
    Due.QuadPart = -10000;
    KeSetTimerEx(&Timer, Due, 100, &Dpc);
    return STATUS_SUCCESS;
}
