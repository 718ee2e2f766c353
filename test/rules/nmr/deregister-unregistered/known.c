// RUN: %fault FP_FLAG_IS_TEXT
#include "../../../Inputs/nmr.h"

// What a text says is not followed, so this guard proves nothing to us.
static HANDLE Client;
static CHAR State[8];

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (strcmp(State, "up") != 0)
        return;
    // FP_FLAG_IS_TEXT: :[[#@LINE-1]]:9: error: {{.*}} [nmr/unload-returns-registered]
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        // FP_FLAG_IS_TEXT: :[[#@LINE-1]]:9: error: {{.*}} [nmr/deregister-unregistered]
        NmrWaitForClientDeregisterComplete(Client);
}

static VOID start(VOID)
{
    if (NT_SUCCESS(NmrRegisterClient(&ClientCharacteristics, NULL, &Client)))
        strcpy(State, "up");
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    start();
    return STATUS_SUCCESS;
}
