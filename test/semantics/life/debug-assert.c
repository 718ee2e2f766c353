// ASSERT and NT_ASSERT vanish in free builds and prove nothing.
// RUN: %fault FAULT
// RUN: %fault NT_FAULT
// RUN: %right RIGHT
#include "../../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS status = NmrDeregisterClient(Client);

    UNREFERENCED_PARAMETER(Driver);
#if defined(FAULT)
    ASSERT(status != STATUS_PENDING);
#elif defined(NT_FAULT)
    NT_ASSERT(status != STATUS_PENDING);
#else
    ASSERT(status != STATUS_PENDING);
    if (status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
#endif
}
// FAULT: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
// NT_FAULT: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]
