// RUN: %fault FP_LIBRARY_WAITS
#include "../../../Inputs/client.h"

// A function whose body is not given waits for nothing.
VOID library_wait(HANDLE Handle);

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        library_wait(Client);
} // FP_LIBRARY_WAITS: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
