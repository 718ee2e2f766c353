// sizeof is a number that is known, and its operand does not run.
// RUN: %right RIGHT
// RUN: %fault FAULT
// RUN: %fault UNEVALUATED
#include "../Inputs/client.h"

struct pair {
    UCHAR small;
    HANDLE handle;
};

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    NmrDeregisterClient(Client);
#if defined(RIGHT)
    if (sizeof(struct pair) == 16 && FIELD_OFFSET(struct pair, handle) == 8)
        NmrWaitForClientDeregisterComplete(Client);
#elif defined(FAULT)
    if (sizeof(struct pair) == 9)
        NmrWaitForClientDeregisterComplete(Client);
#else
    (void)sizeof(NmrWaitForClientDeregisterComplete(Client));
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
// UNEVALUATED: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
