// A handle stays itself through integers and other pointers; a status does
// not stay itself in a type that is too small for it.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    ULONG_PTR number = (ULONG_PTR)Client;
#ifdef FAULT
    UCHAR status = (UCHAR)NmrDeregisterClient((HANDLE)number);
#else
    ULONG status = (ULONG)NmrDeregisterClient((HANDLE)number);
#endif

    UNREFERENCED_PARAMETER(Driver);
    if (status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete((PVOID)(const char *)number);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
