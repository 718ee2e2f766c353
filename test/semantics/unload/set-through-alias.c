// The driver object is one, whatever the pointer is called.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

static HANDLE Client;
static PDRIVER_OBJECT Saved;

static VOID early(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
}

static VOID late(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]

static NTSTATUS start(VOID)
{
    NTSTATUS status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);

    if (NT_SUCCESS(status))
        Saved->DriverUnload = late;
    return status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = early;
    Saved = Driver;
    return start();
}
