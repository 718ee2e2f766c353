// An argument that is left out is the one that the declaration tells.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

#ifdef FAULT
static void stop(HANDLE handle, bool wait = false)
#else
static void stop(HANDLE handle, bool wait = true)
#endif
{
    NmrDeregisterClient(handle);
    if (wait)
        NmrWaitForClientDeregisterComplete(handle);
}

VOID DriverUnload(PDRIVER_OBJECT)
{
    stop(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
