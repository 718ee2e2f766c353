// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

static HANDLE Client;

static VOID any_name(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} when 'any_name' returns [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = any_name;
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}
