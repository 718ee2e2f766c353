// What stands in a comment or behind #if 0 does nothing.
// RUN: %right RIGHT
// RUN: %fault COMMENT
// RUN: %fault LEFT_OUT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    NmrDeregisterClient(Client);
#if defined(COMMENT)
    /* NmrWaitForClientDeregisterComplete(Client); */
#elif defined(LEFT_OUT)
#if 0
    NmrWaitForClientDeregisterComplete(Client);
#endif
#else
    NmrWaitForClientDeregisterComplete(Client);
#endif
}
// COMMENT: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
// LEFT_OUT: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]
