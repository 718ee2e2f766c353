// Each part of a for may be missing.
// RUN: %right RIGHT
// RUN: %fault FAULT
// RUN: %right NO_START
// RUN: %right NO_STEP
// RUN: %fault NO_PART
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    HANDLE handle = Client;
    NTSTATUS status = NmrDeregisterClient(Client);

    UNREFERENCED_PARAMETER(Driver);
#if defined(RIGHT)
    for (handle = Client; status == STATUS_PENDING; status = STATUS_SUCCESS)
#elif defined(FAULT)
    for (handle = Client; status != STATUS_PENDING; status = STATUS_PENDING)
#elif defined(NO_START)
    for (; status == STATUS_PENDING; status = STATUS_SUCCESS)
#elif defined(NO_STEP)
    for (; status == STATUS_PENDING && handle; handle = NULL)
#else
    for (;;)
        if (status == STATUS_PENDING)
            return; // NO_PART: :[[#@LINE]]:13: error: {{.*}}returns-pending]
        else
#endif
        NmrWaitForClientDeregisterComplete(handle);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
