// The value of a statement expression is that of its last statement.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    NTSTATUS status = ({
        NTSTATUS first = NmrDeregisterClient(Client);
        DbgPrint("%x\n", first);
#ifdef FAULT
        STATUS_SUCCESS;
#else
        first;
#endif
    });
    if (status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
