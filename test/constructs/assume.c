// What __assume says is true afterwards.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS status = NmrDeregisterClient(Client);

    UNREFERENCED_PARAMETER(Driver);
#ifdef FAULT
    __assume(status == STATUS_PENDING);
#else
    __assume(status == STATUS_SUCCESS);
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
