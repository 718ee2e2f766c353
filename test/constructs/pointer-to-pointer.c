// A pointer to a pointer leads to the place it was taken from.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

static HANDLE Other;

static VOID stop(HANDLE **Slots, ULONG Index)
{
    if (*Slots[Index] == NULL)
        return;
    if (NmrDeregisterClient(*Slots[Index]) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(*Slots[Index]);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    HANDLE *slots[] = { &Other, &Client };

    UNREFERENCED_PARAMETER(Driver);
#ifdef FAULT
    stop(slots, 0);
#else
    stop(slots, 1);
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]
