// ++x is the value after, x++ the value before.
// RUN: %right AFTER
// RUN: %fault BEFORE
// RUN: %fault DOWN_AFTER
// RUN: %right DOWN_BEFORE
#include "../Inputs/client.h"

static LONG Users;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    Users = 0;
#if defined(AFTER)
    if (++Users == 1)
#elif defined(BEFORE)
    if (Users++ == 1)
#elif defined(DOWN_AFTER)
    if (--Users == 0)
#else
    if (Users-- == 0)
#endif
        if (NmrDeregisterClient(Client) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Client);
}
// BEFORE: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-registered]
// DOWN_AFTER: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-registered]
