// A function with a variable number of arguments is a function.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

static NTSTATUS log_and_wait(HANDLE Handle, const char *Format, ...)
{
    UNREFERENCED_PARAMETER(Format);
#ifdef FAULT
    UNREFERENCED_PARAMETER(Handle);
    return STATUS_SUCCESS;
#else
    return NmrWaitForClientDeregisterComplete(Handle);
#endif
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    NmrDeregisterClient(Client);
    log_and_wait(Client, "%p %d\n", Driver, 7);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
