// So do the routines in tables that are handed out.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

struct dispatch {
    NTSTATUS (*start)(VOID);
    VOID (*stop)(VOID);
};

static HANDLE Client, Provider;

static NTSTATUS start(VOID)
{
    if (Client != NULL)
        return STATUS_DEVICE_BUSY;
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}

static VOID stop(VOID)
{
    if (Client == NULL)
        return;
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
    Client = NULL;
}

static const struct dispatch Dispatch = { start, stop };

static NTSTATUS attach(HANDLE Binding, PVOID Context,
                       PNPI_REGISTRATION_INSTANCE Instance,
                       PVOID ClientContext, const VOID *ClientDispatch,
                       PVOID *ProviderContext, const VOID **ProviderDispatch)
{
    UNREFERENCED_PARAMETER(Binding);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Instance);
    UNREFERENCED_PARAMETER(ClientContext);
    UNREFERENCED_PARAMETER(ClientDispatch);
    *ProviderContext = NULL;
    *ProviderDispatch = &Dispatch;
    return STATUS_SUCCESS;
}

static const NPI_PROVIDER_CHARACTERISTICS Characteristics = {
    .Length = sizeof(Characteristics),
    .ProviderAttachClient = attach,
};

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (NmrDeregisterProvider(Provider) == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(Provider);
#ifndef FAULT
    stop();
#endif
} // FAULT: :[[#@LINE]]:1: error: 'Client' {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return NmrRegisterProvider(&Characteristics, NULL, &Provider);
}
