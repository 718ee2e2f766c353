// What happens in a macro is reported where the macro is used.
// RUN: %right RIGHT
// RUN: %fault FAULT
// RUN: not %unloadcheck %s -- -DFAULT | FileCheck %s --check-prefix=STORY
#include "../Inputs/client.h"

#define START(handle) NmrDeregisterClient(handle)

#ifdef FAULT
#define STOP(handle) \
    do {                             \
        if (!NT_SUCCESS(START(handle))) \
            NmrWaitForClientDeregisterComplete(handle); \
    } while (0)
#else
#define STOP(handle) \
    do {                             \
        if (START(handle) == STATUS_PENDING) \
            NmrWaitForClientDeregisterComplete(handle); \
    } while (0)
#endif

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    STOP(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
// STORY: :[[#@LINE-2]]:5: deregistration of 'Client' starts here
