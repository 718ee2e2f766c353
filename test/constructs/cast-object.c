// A cast of an object is that object, for Microsoft's compiler: its address can
// be taken, and it can be assigned to.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/nmr.h"

static HANDLE Handle;
static ULONG Calls = 1;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    PVOID at = Driver;

    ((PUCHAR)at)++;
    if (InterlockedIncrement(&(LONG)Calls) == 2) {
#ifndef FAULT
        if (NmrDeregisterClient(Handle) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Handle);
#endif
    }
    (LONG)Calls = at != Driver;
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Handle);
}
