// The members of a union lie in one place.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

static struct {
    ULONG kind;
    union {
        HANDLE handle;
        PVOID pointer;
    };
    HANDLE other;
} Slot;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    Slot.handle = Client;
#ifdef FAULT
    if (Slot.other != NULL)
#else
    if (Slot.pointer != NULL)
#endif
        if (NmrDeregisterClient(Slot.pointer) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Slot.pointer);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]
