// A return that a macro writes is a return where the macro stands.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

static KEVENT Event;

#define RETURN_IF(condition) \
    do {                     \
        if (condition)       \
            return;          \
    } while (0)

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifdef FAULT
    RETURN_IF(KeReadStateEvent(&Event));
    // FAULT: :[[#@LINE-1]]:5: error: {{.*}} [nmr/unload-returns-registered]
#endif
    RETURN_IF(NmrDeregisterClient(Client) != STATUS_PENDING);
    NmrWaitForClientDeregisterComplete(Client);
}
