// The four casts leave the handle what it is.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT)
{
    const void *handle = const_cast<const void *>(static_cast<void *>(Client));
    auto number = reinterpret_cast<ULONG_PTR>(handle);
#ifdef FAULT
    auto status = static_cast<UCHAR>(NmrDeregisterClient(Client));
#else
    auto status = static_cast<ULONG>(NmrDeregisterClient(Client));
#endif

    if (status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(reinterpret_cast<HANDLE>(number));
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
