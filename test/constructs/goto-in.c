// goto can lead into a block that is not entered otherwise.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        goto Wait;
    if (FALSE) {
#ifndef FAULT
    Wait:
#endif
        NmrWaitForClientDeregisterComplete(Client);
#ifdef FAULT
    Wait:
#endif
        DbgPrint("gone\n");
    }
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
