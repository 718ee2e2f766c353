// ExRaiseStatus leads to the handler, over the statements between.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    __try {
        if (NmrDeregisterClient(Client) == STATUS_PENDING)
            ExRaiseStatus(STATUS_PENDING);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
#ifdef FAULT
        DbgPrint("not yet\n");
#else
        NmrWaitForClientDeregisterComplete(Client);
#endif
    }
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
