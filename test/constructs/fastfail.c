// __fastfail ends the run: nothing is unloaded.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifdef FAULT
    if (NmrDeregisterClient(Client) != STATUS_PENDING)
#else
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
#endif
        __fastfail(FAST_FAIL_INVALID_ARG);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
