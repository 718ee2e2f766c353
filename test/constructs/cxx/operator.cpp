// An operator of the driver's own is a function.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

struct Registration {
    HANDLE handle;

    explicit operator bool() const { return handle != nullptr; }
    HANDLE operator*() const { return handle; }
    NTSTATUS operator()() { return NmrDeregisterClient(handle); }
};

VOID DriverUnload(PDRIVER_OBJECT)
{
    Registration registration = { Client };

#ifdef FAULT
    if (!registration)
        return;
    registration();
#else
    if (registration && registration() == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(*registration);
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
