// What cannot be reached does nothing.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    NmrDeregisterClient(Client);
#ifdef FAULT
    return; // FAULT: :[[#@LINE]]:5: error: {{.*}} [nmr/unload-returns-pending]
#endif
    NmrWaitForClientDeregisterComplete(Client);
}
