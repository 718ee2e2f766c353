// A structure as a parameter and as a result is a copy.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

struct outcome {
    HANDLE handle;
    NTSTATUS status;
};

static struct outcome start(struct outcome Before)
{
    Before.status = NmrDeregisterClient(Before.handle);
    return Before;
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    struct outcome outcome = { Client, STATUS_SUCCESS };

    UNREFERENCED_PARAMETER(Driver);
#ifdef FAULT
    start(outcome);
#else
    outcome = start(outcome);
#endif
    if (outcome.status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(outcome.handle);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
