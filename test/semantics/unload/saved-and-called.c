// One unload routine may call another that it saved before.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client, Provider;
static PDRIVER_UNLOAD Before;

static VOID first(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
}

static VOID second(PDRIVER_OBJECT Driver)
{
    if (NmrDeregisterProvider(Provider) == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(Provider);
#ifdef FAULT
    UNREFERENCED_PARAMETER(Driver);
#else
    Before(Driver);
#endif
} // FAULT: :[[#@LINE]]:1: error: 'Client' {{.*}} when 'second' returns [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (!NT_SUCCESS(status))
        return status;
    Driver->DriverUnload = first;
    status = NmrRegisterProvider(&ProviderCharacteristics, NULL, &Provider);
    if (!NT_SUCCESS(status)) {
        first(Driver);
        return status;
    }
    Before = Driver->DriverUnload;
    Driver->DriverUnload = second;
    return STATUS_SUCCESS;
}
