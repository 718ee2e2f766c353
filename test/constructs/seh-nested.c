// Clean-up blocks inside each other run from the inside out.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    __try {
        __try {
            return;
            // FAULT: :[[#@LINE-1]]:13: error: {{.*}} [nmr/unload-returns-pending]
        } __finally {
#ifdef FAULT
            NmrWaitForClientDeregisterComplete(Client);
            // FAULT: :[[#@LINE-1]]:13: error: {{.*}} [nmr/wait-without-deregister]
#else
            NmrDeregisterClient(Client);
#endif
        }
    } __finally {
#ifdef FAULT
        NmrDeregisterClient(Client);
#else
        NmrWaitForClientDeregisterComplete(Client);
#endif
    }
}
