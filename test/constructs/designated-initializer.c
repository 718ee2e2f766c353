// A designated initializer sets the member it names and zeroes the others.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

struct plan {
    BOOLEAN log, wait;
    HANDLE handles[3];
};

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
#ifdef FAULT
    struct plan plan = { .handles[1] = Client, .log = TRUE };
#else
    struct plan plan = { .handles[1] = Client, .wait = TRUE };
#endif

    UNREFERENCED_PARAMETER(Driver);
    NmrDeregisterClient(plan.handles[1]);
    if (plan.wait)
        NmrWaitForClientDeregisterComplete(plan.handles[1]);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
