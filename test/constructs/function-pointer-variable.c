// A call through a variable goes to the function that it holds.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

static VOID stop(HANDLE Handle)
{
    if (NmrDeregisterClient(Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Handle);
}

static VOID ignore(HANDLE Handle)
{
    UNREFERENCED_PARAMETER(Handle);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    VOID (*routine)(HANDLE) = ignore;

    UNREFERENCED_PARAMETER(Driver);
#ifndef FAULT
    routine = &stop;
#endif
    (*routine)(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]
