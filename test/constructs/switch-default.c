// default is for every value that no case names, wherever it stands.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    switch (NmrDeregisterClient(Client)) {
    default:
        NmrWaitForClientDeregisterComplete(Client);
        break;
#ifdef FAULT
    case STATUS_PENDING:
#endif
    case STATUS_SUCCESS:
        break;
    }
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
