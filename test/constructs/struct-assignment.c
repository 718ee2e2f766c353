// Assigning a structure copies all of it, and only once.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

struct module {
    HANDLE handle;
    struct {
        BOOLEAN pending;
    } state;
};

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    struct module first = { Client, { FALSE } }, second;

    UNREFERENCED_PARAMETER(Driver);
#ifdef FAULT
    second = first;
    first.state.pending = NmrDeregisterClient(Client) == STATUS_PENDING;
#else
    first.state.pending = NmrDeregisterClient(Client) == STATUS_PENDING;
    second = first;
#endif
    if (second.state.pending)
        NmrWaitForClientDeregisterComplete(second.handle);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
