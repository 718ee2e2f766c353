// __leave goes to the end of the __try, through its __finally.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(Driver);
    __try {
        if (Client == NULL)
            __leave;
        status = NmrDeregisterClient(Client);
        if (status == STATUS_PENDING)
            __leave;
#ifdef FAULT
        NmrWaitForClientDeregisterComplete(Client);
#endif
    } __finally {
#ifndef FAULT
        if (status == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Client);
#endif
    }
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
