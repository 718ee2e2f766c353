// A compound literal is an object with no name.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

struct plan {
    HANDLE handle;
    BOOLEAN wait;
};

static VOID stop(const struct plan *Plan)
{
    NmrDeregisterClient(Plan->handle);
    if (Plan->wait)
        NmrWaitForClientDeregisterComplete(Plan->handle);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifdef FAULT
    stop(&(struct plan){ Client, FALSE });
#else
    stop(&(struct plan){ Client, TRUE });
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
