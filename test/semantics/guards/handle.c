// The handle is its own guard: it is set only where registration succeeds.
// RUN: %right NOT_NULL
// RUN: %right TRUTH
// RUN: %right EARLY_RETURN
// RUN: %fault WRONG_WAY
// RUN: %fault NONE
#include "../../Inputs/nmr.h"

static HANDLE Client;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#if defined(NOT_NULL)
    if (Client != NULL)
#elif defined(TRUTH)
    if (Client)
#elif defined(EARLY_RETURN)
    if (!Client)
        return;
#elif defined(WRONG_WAY)
    if (Client == NULL)
#endif
        NmrDeregisterClient(Client);
        // NONE: :[[#@LINE-1]]:9: error: {{.*}} [nmr/deregister-unregistered]
        // WRONG_WAY: :[[#@LINE-2]]:9: error: {{.*}} [nmr/deregister-unregistered]
    if (Client != NULL)
        NmrWaitForClientDeregisterComplete(Client);
        // WRONG_WAY: :[[#@LINE-1]]:9: error: {{.*}} [nmr/wait-without-deregister]
} // WRONG_WAY: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    (VOID)NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    return STATUS_SUCCESS;
}
