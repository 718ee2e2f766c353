// A state goes with the handle, wherever it is kept.
// RUN: %right COPIED
// RUN: %right EXCHANGED
// RUN: %right SWAPPED
// RUN: %fault COPY_FORGOTTEN
// RUN: %fault EXCHANGED_TOO_EARLY
#include "../../Inputs/client.h"

static HANDLE Other;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    HANDLE handle = Client;

    UNREFERENCED_PARAMETER(Driver);
#if defined(COPIED)
    Other = handle;
    Client = NULL;
    NmrDeregisterClient(handle);
    NmrWaitForClientDeregisterComplete(Other);
#elif defined(COPY_FORGOTTEN)
    Other = handle;
    NmrDeregisterClient(Other);
#elif defined(EXCHANGED)
    handle = InterlockedExchangePointer(&Client, NULL);
    if (handle && NmrDeregisterClient(handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(handle);
#elif defined(EXCHANGED_TOO_EARLY)
    NmrDeregisterClient(handle);
    handle = InterlockedExchangePointer(&Client, NULL);
    if (Client)
        NmrWaitForClientDeregisterComplete(Client);
#elif defined(SWAPPED)
    Client = Other;
    Other = handle;
    if (NmrDeregisterClient(Other) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Other);
#endif
}
// COPY_FORGOTTEN: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
// EXCHANGED_TOO_EARLY: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]
