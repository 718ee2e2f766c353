// A function that only has the name is none of the system's business.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

static HANDLE Client;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop(Client);
}

static VOID other(PDRIVER_OBJECT Driver)
{
#ifndef FAULT
    DriverUnload(Driver);
#else
    if (Driver == NULL)
        DriverUnload(Driver);
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} when 'other' returns [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = other;
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}
