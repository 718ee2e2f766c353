// A case without break runs on into the next one.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    switch (NmrDeregisterClient(Client)) {
    case STATUS_PENDING:
        DbgPrint("not yet\n");
#ifdef FAULT
        break;
#endif
    case STATUS_SUCCESS:
        NmrWaitForClientDeregisterComplete(Client);
        break;
    default:
        break;
    }
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
