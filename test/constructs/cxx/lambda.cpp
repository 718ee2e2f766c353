// A lambda that is called runs with what it captured.
// RUN: %right COPY
// RUN: %right REFERENCE
// RUN: %fault FAULT
// RUN: %fault NOT_CALLED
#include "../../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT)
{
    HANDLE handle = Client;
    NTSTATUS status = STATUS_SUCCESS;
#if defined(COPY)
    auto stop = [handle] {
        if (NmrDeregisterClient(handle) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(handle);
    };

    stop();
#elif defined(REFERENCE)
    auto start = [&] { status = NmrDeregisterClient(handle); };

    start();
    if (status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(handle);
#elif defined(FAULT)
    auto start = [&status](HANDLE h) mutable { NmrDeregisterClient(h); };

    start(handle);
    if (status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(handle);
#else
    auto stop = [handle] { NmrDeregisterClient(handle); };

    UNREFERENCED_PARAMETER(stop);
#endif
    UNREFERENCED_PARAMETER(status);
}
// FAULT: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
// NOT_CALLED: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-registered]
