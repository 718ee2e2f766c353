// A detach routine runs inside the calls that deregister and wait, before they
// return. It may say that it ran while the deregistration is still going on, and
// it may end what the unload routine ended before.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault BAD_TWICE
#include <ntddk.h>
#include <netioddk.h>
#include "../Inputs/nmr.h"

static HANDLE Port, Inner;
static BOOLEAN Detached, Started;

static VOID StopInner(VOID)
{
    if (!Started)
        return;
    if (NmrDeregisterClient(Inner) == STATUS_PENDING)
        // BAD_TWICE: :[[#@LINE-1]]:9: error: {{.*}} [nmr/deregister-unregistered]
        NmrWaitForClientDeregisterComplete(Inner);
#ifndef BAD_TWICE
    Started = FALSE;
#endif
}

static NTSTATUS AttachClient(HANDLE Binding, PVOID Context,
    PNPI_REGISTRATION_INSTANCE Instance, PVOID ClientContext,
    const VOID *ClientDispatch, PVOID *BindingContext, const VOID **Dispatch)
{
    NTSTATUS Status = STATUS_DEVICE_BUSY;

    UNREFERENCED_PARAMETER(Binding);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Instance);
    UNREFERENCED_PARAMETER(ClientContext);
    UNREFERENCED_PARAMETER(ClientDispatch);
    UNREFERENCED_PARAMETER(BindingContext);
    UNREFERENCED_PARAMETER(Dispatch);
    if (!Started)
        Status = NmrRegisterClient(&ClientCharacteristics, NULL, &Inner);
    if (NT_SUCCESS(Status))
        Started = TRUE;
    return Status;
}

static NTSTATUS DetachClient(PVOID BindingContext)
{
    UNREFERENCED_PARAMETER(BindingContext);
    Detached = TRUE;
    StopInner();
    return STATUS_SUCCESS;
}

static const NPI_PROVIDER_CHARACTERISTICS PortCharacteristics = {
    .Length = sizeof(NPI_PROVIDER_CHARACTERISTICS),
    .ProviderAttachClient = AttachClient,
    .ProviderDetachClient = DetachClient,
};

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(Driver);
    StopInner();
    Detached = FALSE;
    Status = NmrDeregisterProvider(Port);
#ifdef BAD
    if (Status == STATUS_PENDING && !Detached)
#else
    if (Status == STATUS_PENDING)
#endif
        NmrWaitForProviderDeregisterComplete(Port);
} // BAD: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return NmrRegisterProvider(&PortCharacteristics, NULL, &Port);
}
