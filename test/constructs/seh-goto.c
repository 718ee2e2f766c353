// goto and break out of a __try run its __finally, too.
// RUN: %right RIGHT
// RUN: %fault FAULT
// RUN: %right BREAK
// RUN: %fault BREAK_FAULT
#include "../Inputs/client.h"

static VOID finish(HANDLE Handle)
{
#if defined(FAULT) || defined(BREAK_FAULT)
    UNREFERENCED_PARAMETER(Handle);
#else
    NmrWaitForClientDeregisterComplete(Handle);
#endif
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    for (;;) {
        __try {
            NmrDeregisterClient(Client);
#if defined(BREAK) || defined(BREAK_FAULT)
            break;
#else
            goto Done;
#endif
        } __finally {
            finish(Client);
        }
    }
#if !defined(BREAK) && !defined(BREAK_FAULT)
Done:
    DbgPrint("gone\n");
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BREAK_FAULT: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
