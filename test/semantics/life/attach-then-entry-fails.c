// What an attach callback registers while its own module is being registered
// is there when the entry routine fails after that.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client;
static HANDLE Provider;
static BOOLEAN Provides;

static const NPI_PROVIDER_CHARACTERISTICS Offer = {
    .Length = sizeof(Offer),
};

static NTSTATUS attach(HANDLE Binding, PVOID Context,
                       PNPI_REGISTRATION_INSTANCE Instance)
{
    NTSTATUS status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(Binding);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Instance);
    if (!Provides) {
        status = NmrRegisterProvider(&Offer, NULL, &Provider);
        Provides = (BOOLEAN)NT_SUCCESS(status);
    }
    return status;
}

static const NPI_CLIENT_CHARACTERISTICS Characteristics = {
    .Length = sizeof(Characteristics),
    .ClientAttachProvider = attach,
};

static VOID stop_client(VOID)
{
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
}

static VOID stop_provider(VOID)
{
    if (Provides && NmrDeregisterProvider(Provider) == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(Provider);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop_client();
    stop_provider();
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    PDEVICE_OBJECT device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = NmrRegisterClient(&Characteristics, NULL, &Client);
    if (!NT_SUCCESS(status))
        return status;
    status = IoCreateDevice(Driver, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE,
                            &device);
    if (!NT_SUCCESS(status)) {
        stop_client();
#ifndef FAULT
        stop_provider();
#endif
    }
    return status;
} // FAULT: :[[#@LINE-1]]:5: error: {{.*}} [nmr/entry-fails-registered]
