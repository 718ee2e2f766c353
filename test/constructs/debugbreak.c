// A program goes on after __debugbreak.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (NmrDeregisterClient(Client) == STATUS_PENDING) {
        __debugbreak();
#ifndef FAULT
        NmrWaitForClientDeregisterComplete(Client);
#endif
    }
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
