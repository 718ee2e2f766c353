// First all are deregistered, and those that are pending noted; then it is
// waited for what was noted.
// RUN: %right OK
// RUN: %fault BAD_LAST_NOT_WAITED_FOR
// RUN: %fault BAD_NOTES_SUCCESS
#include "../Inputs/nmr.h"

static HANDLE Clients[4];

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    HANDLE noted[ARRAYSIZE(Clients)];
    ULONG count = 0;

    UNREFERENCED_PARAMETER(Driver);
    for (ULONG i = 0; i < ARRAYSIZE(Clients); i++)
#ifdef BAD_NOTES_SUCCESS
        if (Clients[i] && NmrDeregisterClient(Clients[i]) == STATUS_SUCCESS)
#else
        if (Clients[i] && NmrDeregisterClient(Clients[i]) == STATUS_PENDING)
#endif
            noted[count++] = Clients[i];
#ifdef BAD_LAST_NOT_WAITED_FOR
    for (ULONG i = 0; i + 1 < count; i++)
#else
    for (ULONG i = 0; i < count; i++)
#endif
        NmrWaitForClientDeregisterComplete(noted[i]);
}
// BAD_LAST_NOT_WAITED_FOR: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_NOTES_SUCCESS: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    for (ULONG i = 0; i < ARRAYSIZE(Clients); i++)
        NmrRegisterClient(&ClientCharacteristics, NULL, &Clients[i]);
    return STATUS_SUCCESS;
}
