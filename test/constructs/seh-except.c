// Where an exception can happen, the rest of the __try may not run; the
// __except block runs then.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

static PVOID Buffer;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    __try {
        NmrDeregisterClient(Client);
        ProbeForRead(Buffer, 8, 1);
#ifdef FAULT
        NmrWaitForClientDeregisterComplete(Client);
#endif
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        DbgPrint("%x\n", GetExceptionCode());
    }
#ifndef FAULT
    NmrWaitForClientDeregisterComplete(Client);
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
