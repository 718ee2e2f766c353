// A reference is another name for a place.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

static void ask(HANDLE handle, NTSTATUS &status)
{
    status = NmrDeregisterClient(handle);
}

#ifdef FAULT
static void forget(NTSTATUS status)
#else
static void forget(NTSTATUS &status)
#endif
{
    status = STATUS_PENDING;
}

VOID DriverUnload(PDRIVER_OBJECT)
{
    NTSTATUS status;
    HANDLE &handle = Client;

    ask(handle, status);
    status = STATUS_SUCCESS;
    forget(status);
    if (status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(handle);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
