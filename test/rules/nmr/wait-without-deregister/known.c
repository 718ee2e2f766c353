// RUN: %fault FP_LIBRARY_DEREGISTERS
#include "../../../Inputs/client.h"

// A function whose body is not given starts no deregistration.
VOID library_start_to_deregister(HANDLE Handle);

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    library_start_to_deregister(Client);
    NmrWaitForClientDeregisterComplete(Client);
    // FP_LIBRARY_DEREGISTERS: :[[#@LINE-1]]:5: error: {{.*}} [nmr/wait-without-deregister]
} // FP_LIBRARY_DEREGISTERS: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]
