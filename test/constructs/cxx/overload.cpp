// Of functions of one name the one that fits the arguments is called.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

struct Quick {
};

struct Patient {
};

static void stop(HANDLE handle, Quick)
{
    NmrDeregisterClient(handle);
}

static void stop(HANDLE handle, Patient)
{
    NmrDeregisterClient(handle);
    NmrWaitForClientDeregisterComplete(handle);
}

VOID DriverUnload(PDRIVER_OBJECT)
{
#ifdef FAULT
    stop(Client, Quick());
#else
    stop(Client, Patient());
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
