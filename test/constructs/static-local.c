// A static variable of a function lives as long as the driver.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

static NTSTATUS step(HANDLE Handle)
{
#ifdef FAULT
    BOOLEAN started = FALSE;
#else
    static BOOLEAN started = FALSE;
#endif

    if (started)
        return NmrWaitForClientDeregisterComplete(Handle);
    started = TRUE;
    return NmrDeregisterClient(Handle);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    step(Client);
#ifndef FAULT
    step(Client);
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
