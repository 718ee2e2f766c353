// Writing one bit-field leaves its neighbours in the same word alone.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

static struct {
    ULONG logged : 1;
    ULONG registered : 1;
    ULONG turns : 6;
} State;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    State.registered = 1;
    State.turns = 5;
#ifdef FAULT
    State.registered = 2;
#else
    State.logged = 0;
#endif
    if (State.registered)
        if (NmrDeregisterClient(Client) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]
