// The members of an object are destroyed with it.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

struct Waiter {
    ~Waiter() { NmrWaitForClientDeregisterComplete(Client); }
};

struct Module {
#ifndef FAULT
    Waiter waiter;
#endif
    int users = 0;

    ~Module() { NmrDeregisterClient(Client); }
};

VOID DriverUnload(PDRIVER_OBJECT)
{
    Module module;
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
