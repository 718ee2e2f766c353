// Registration in entry, a worker thread captures and releases the NPI on every
// way out, unload waits for the thread and then deregisters.
// RUN: %right OK
// RUN: %fault BAD
#include <ntddk.h>
#include <wsk.h>

static const WSK_CLIENT_DISPATCH Dispatch = { MAKE_WSK_VERSION(1, 0), 0, NULL };
static WSK_CLIENT_NPI ClientNpi;
static WSK_REGISTRATION Registration;
static KEVENT Stop;
static PETHREAD Thread;

static VOID Worker(PVOID Context)
{
    WSK_PROVIDER_NPI Npi;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(Context);
    Status = WskCaptureProviderNPI(&Registration, WSK_INFINITE_WAIT, &Npi);
    if (NT_SUCCESS(Status)) {
        KeWaitForSingleObject(&Stop, Executive, KernelMode, FALSE, NULL);
        WskReleaseProviderNPI(&Registration);
    }
    PsTerminateSystemThread(Status);
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    KeSetEvent(&Stop, 0, FALSE);
#ifndef BAD
    KeWaitForSingleObject(Thread, Executive, KernelMode, FALSE, NULL);
    WskDeregister(&Registration);
#endif
    ObDereferenceObject(Thread);
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [wsk/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    HANDLE Handle;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    KeInitializeEvent(&Stop, NotificationEvent, FALSE);
    ClientNpi.Dispatch = &Dispatch;
    Status = WskRegister(&ClientNpi, &Registration);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = PsCreateSystemThread(&Handle, THREAD_ALL_ACCESS, NULL, NULL, NULL,
        Worker, NULL);
    if (!NT_SUCCESS(Status)) {
        WskDeregister(&Registration);
        return Status;
    }
    ObReferenceObjectByHandle(Handle, THREAD_ALL_ACCESS, *PsThreadType,
        KernelMode, (PVOID *)&Thread, NULL);
    ZwClose(Handle);
    DriverObject->DriverUnload = DriverUnload;
    return STATUS_SUCCESS;
}
