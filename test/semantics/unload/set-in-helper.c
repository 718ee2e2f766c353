// The routine can be set in any function.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

static HANDLE Client;

static VOID any_name(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]

static VOID set_routines(PDRIVER_OBJECT Object, PDRIVER_UNLOAD Routine)
{
    Object->DriverUnload = Routine;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    set_routines(Driver, any_name);
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}
