// A table of routines, run in order.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

static VOID start(HANDLE Handle)
{
    NmrDeregisterClient(Handle);
}

static VOID wait(HANDLE Handle)
{
    NmrWaitForClientDeregisterComplete(Handle);
}

static VOID ignore(HANDLE Handle)
{
    UNREFERENCED_PARAMETER(Handle);
}

#ifdef FAULT
static VOID (*const Steps[])(HANDLE) = { ignore, start, ignore };
#else
static VOID (*const Steps[])(HANDLE) = { ignore, start, wait };
#endif

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    for (ULONG i = 0; i < ARRAYSIZE(Steps); i++)
        Steps[i](Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
