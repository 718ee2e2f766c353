// A call through a field goes to the function that the object holds there.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

static VOID stop(HANDLE Handle)
{
    if (NmrDeregisterClient(Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Handle);
}

static VOID ignore(HANDLE Handle)
{
    UNREFERENCED_PARAMETER(Handle);
}

struct routines {
    VOID (*start)(HANDLE);
    VOID (*end)(HANDLE);
};

static const struct routines Routines = {
#ifdef FAULT
    .start = stop, .end = ignore
#else
    .start = ignore, .end = stop
#endif
};

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    const struct routines *routines = &Routines;

    UNREFERENCED_PARAMETER(Driver);
    routines->end(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]
