// A __finally block runs on every way out of its __try.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    __try {
        if (NmrDeregisterClient(Client) == STATUS_PENDING)
            return; // FAULT: :[[#@LINE]]:13: error: {{.*}}returns-pending]
        DbgPrint("at once\n");
    } __finally {
#ifdef FAULT
        UNREFERENCED_PARAMETER(Driver);
#else
        NmrWaitForClientDeregisterComplete(Client);
#endif
    }
}
