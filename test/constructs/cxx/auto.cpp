// auto takes the type of what is on the right, and decltype that of a name.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT)
{
    auto handle = Client;
    const auto status = NmrDeregisterClient(handle);
    decltype(handle) same = handle;

#ifdef FAULT
    if (auto failed = !NT_SUCCESS(status))
        NmrWaitForClientDeregisterComplete(failed ? same : nullptr);
#else
    if (auto pending = status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(pending ? same : nullptr);
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
