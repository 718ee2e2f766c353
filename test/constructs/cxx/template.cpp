// A template is followed as the compiler made it.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

struct Patient {
    static void finish(HANDLE handle)
    {
        NmrWaitForClientDeregisterComplete(handle);
    }
};

struct Quick {
    static void finish(HANDLE) {}
};

template <typename Policy> static void stop(HANDLE handle)
{
    if (NmrDeregisterClient(handle) == STATUS_PENDING)
        Policy::finish(handle);
}

VOID DriverUnload(PDRIVER_OBJECT)
{
#ifdef FAULT
    stop<Quick>(Client);
#else
    stop<Patient>(Client);
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
