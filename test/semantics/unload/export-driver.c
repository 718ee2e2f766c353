// An export driver is started by DllInitialize and stopped by DllUnload.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

static HANDLE Client;

NTSTATUS DllInitialize(PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}

NTSTATUS DllUnload(VOID)
{
    stop(Client);
    return STATUS_SUCCESS; // FAULT: :[[#@LINE]]:5: error: {{.*}} when 'DllUnload' returns [nmr/unload-returns-pending]
}
