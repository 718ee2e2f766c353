// RUN: %right OK_NULL_GUARD
// RUN: %right OK_FLAG_GUARD
// RUN: %right OK_ONCE_OF_TWO_PLACES
// RUN: %right OK_AGAIN_AFTER_REGISTER
#include "../../../Inputs/nmr.h"

static HANDLE Client;
static BOOLEAN Registered;

static NTSTATUS start(VOID)
{
    NTSTATUS status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);

    Registered = NT_SUCCESS(status);
    return status;
}

static VOID stop(VOID)
{
#ifdef OK_FLAG_GUARD
    if (!Registered)
        return;
#else
    if (Client == NULL)
        return;
#endif
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
    Client = NULL;
    Registered = FALSE;
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifdef OK_ONCE_OF_TWO_PLACES
    stop();
#endif
    stop();
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    start();
#ifdef OK_AGAIN_AFTER_REGISTER
    stop();
    start();
#endif
    return STATUS_SUCCESS;
}
