// RUN: %right OK_ALWAYS
// RUN: %right OK_GUARDED_BY_HANDLE
// RUN: %right OK_GUARDED_BY_FLAG
// RUN: %right OK_ALL_OF_THEM
// RUN: %right OK_BY_CALLBACK_BEFORE
#include "../../../Inputs/nmr.h"

static HANDLE Client, Provider;
static BOOLEAN Registered;

static VOID stop_client(VOID)
{
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
}

static VOID stop_provider(VOID)
{
    if (NmrDeregisterProvider(Provider) == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(Provider);
}

static NTSTATUS start_client(VOID)
{
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}

static NTSTATUS start_provider(VOID)
{
    return NmrRegisterProvider(&ProviderCharacteristics, NULL, &Provider);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#if defined(OK_GUARDED_BY_HANDLE)
    if (Client != NULL)
        stop_client();
#elif defined(OK_GUARDED_BY_FLAG) || defined(OK_BY_CALLBACK_BEFORE)
    if (Registered)
        stop_client();
#elif defined(OK_ALL_OF_THEM)
    stop_provider();
    stop_client();
#else
    stop_client();
#endif
}

#ifdef OK_BY_CALLBACK_BEFORE
static NTSTATUS on_close(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    if (Registered) {
        Registered = FALSE;
        stop_client();
    }
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return STATUS_SUCCESS;
}
#endif

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
#if defined(OK_ALL_OF_THEM)
    status = start_provider();
    if (NT_SUCCESS(status)) {
        status = start_client();
        if (!NT_SUCCESS(status))
            stop_provider();
    }
#elif defined(OK_GUARDED_BY_HANDLE)
    status = STATUS_SUCCESS;
    (VOID)start_client();
#elif defined(OK_GUARDED_BY_FLAG) || defined(OK_BY_CALLBACK_BEFORE)
    Registered = NT_SUCCESS(start_client());
    status = STATUS_SUCCESS;
#else
    status = start_client();
#endif
#ifdef OK_BY_CALLBACK_BEFORE
    Driver->MajorFunction[IRP_MJ_CLOSE] = on_close;
#endif
    return status;
}
