// A routine that is given to a function, which calls it.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

typedef VOID routine(HANDLE);

static VOID stop(HANDLE Handle)
{
    if (NmrDeregisterClient(Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Handle);
}

static VOID ignore(HANDLE Handle)
{
    UNREFERENCED_PARAMETER(Handle);
}

static VOID with_client(routine *Routine)
{
    Routine(Client);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    with_client(ignore);
#ifndef FAULT
    with_client(stop);
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]
