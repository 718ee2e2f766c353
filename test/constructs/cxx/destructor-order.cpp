// Objects are destroyed in the reverse order of their making.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

struct Starter {
    ~Starter() { NmrDeregisterClient(Client); }
};

struct Waiter {
    ~Waiter() { NmrWaitForClientDeregisterComplete(Client); }
    // FAULT: :[[#@LINE-1]]:17: error: {{.*}} [nmr/wait-without-deregister]
};

VOID DriverUnload(PDRIVER_OBJECT)
{
#ifdef FAULT
    Starter starter;
    Waiter waiter;
#else
    Waiter waiter;
    Starter starter;
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
