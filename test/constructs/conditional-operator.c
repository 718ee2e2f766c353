// One of the two arms of ?: runs, and its value is the value of the whole.
// RUN: %right RIGHT
// RUN: %fault FAULT
// RUN: %right SHORT_RIGHT
// RUN: %fault SHORT_FAULT
#include "../Inputs/client.h"

static HANDLE Spare;

static VOID stop(HANDLE Handle)
{
    if (NmrDeregisterClient(Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Handle);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#if defined(RIGHT)
    Client ? stop(Client) : (void)0;
#elif defined(FAULT)
    Client ? (void)0 : stop(Client);
#elif defined(SHORT_RIGHT)
    stop(Spare ?: Client);
#elif defined(SHORT_FAULT)
    if (Client ?: Spare)
        return;
    // SHORT_FAULT: :[[#@LINE-1]]:9: error: {{.*}}returns-registered]
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]
