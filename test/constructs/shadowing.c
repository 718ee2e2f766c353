// A name in an inner block hides the outer one.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(Driver);
    {
#ifdef FAULT
        NTSTATUS status = NmrDeregisterClient(Client);
#else
        status = NmrDeregisterClient(Client);
#endif
        DbgPrint("%x\n", status);
    }
    if (status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
