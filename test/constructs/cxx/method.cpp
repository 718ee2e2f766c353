// A method is a function with one parameter more.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

struct Module {
    HANDLE handle;

    void start() { NmrDeregisterClient(handle); }
    void wait() const { NmrWaitForClientDeregisterComplete(handle); }
};

VOID DriverUnload(PDRIVER_OBJECT)
{
    Module module = { Client };

    module.start();
#ifndef FAULT
    module.wait();
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
