// A wait before the deregistration waits for nothing.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifdef FAULT
    NmrWaitForClientDeregisterComplete(Client);
    // FAULT: :[[#@LINE-1]]:5: error: {{.*}} [nmr/wait-without-deregister]
    NmrDeregisterClient(Client);
#else
    NmrDeregisterClient(Client);
    NmrWaitForClientDeregisterComplete(Client);
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
