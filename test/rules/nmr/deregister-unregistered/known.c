// RUN: %fault FP_FLAG_IS_TEXT
// RUN: %fault FP_ODD_AND_EVEN
#include "../../../Inputs/nmr.h"

#ifdef FP_FLAG_IS_TEXT
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
#else
// That the two loops never meet the same element is not seen.
static HANDLE Clients[8];

static VOID stop_every_second(ULONG First)
{
    for (ULONG i = First; i < ARRAYSIZE(Clients); i += 2) {
        if (Clients[i] == NULL)
            continue;
        NmrDeregisterClient(Clients[i]);
        // FP_ODD_AND_EVEN: :[[#@LINE-1]]:9: error: {{.*}} [nmr/deregister-unregistered]
        NmrWaitForClientDeregisterComplete(Clients[i]);
    }
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop_every_second(0);
    stop_every_second(1);
}

static VOID start(VOID)
{
    for (ULONG i = 0; i < ARRAYSIZE(Clients); i++)
        NmrRegisterClient(&ClientCharacteristics, NULL, &Clients[i]);
}
#endif

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    start();
    return STATUS_SUCCESS;
}
