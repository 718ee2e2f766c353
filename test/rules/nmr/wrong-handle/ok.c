// RUN: %right OK_EACH_ITS_OWN
// RUN: %right OK_THROUGH_ADDRESS
#include "../../../Inputs/nmr.h"

static HANDLE Client, Provider;

static VOID stop_provider(HANDLE *Slot)
{
    if (NmrDeregisterProvider(*Slot) == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(*Slot);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifdef OK_EACH_ITS_OWN
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
    if (NmrDeregisterProvider(Provider) == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(Provider);
#else
    stop_provider(&Provider);
#endif
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = NmrRegisterProvider(&ProviderCharacteristics, NULL, &Provider);
    if (!NT_SUCCESS(status))
        return status;
#ifdef OK_EACH_ITS_OWN
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (!NT_SUCCESS(status))
        stop_provider(&Provider);
#endif
    return status;
}
