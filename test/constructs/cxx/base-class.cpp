// The parts of an object that come from its base are made first and destroyed
// last.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

struct Base {
    HANDLE handle;

    explicit Base(HANDLE h) : handle(h) {}
    ~Base()
    {
#ifndef FAULT
        NmrWaitForClientDeregisterComplete(handle);
#endif
    }
};

struct Derived : Base {
    explicit Derived(HANDLE h) : Base(h) {}
    ~Derived() { NmrDeregisterClient(handle); }
};

VOID DriverUnload(PDRIVER_OBJECT)
{
    Derived derived(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
