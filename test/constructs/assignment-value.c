// An assignment has a value, and so has a chain of them.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS first, second;

    UNREFERENCED_PARAMETER(Driver);
#ifdef FAULT
    if ((second = first = NmrDeregisterClient(Client)) == STATUS_SUCCESS)
#else
    if ((second = first = NmrDeregisterClient(Client)) == STATUS_PENDING)
#endif
        NmrWaitForClientDeregisterComplete(Client);
    DbgPrint("%x %x\n", first, second);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
