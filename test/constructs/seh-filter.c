// A filter is an expression that runs before its handler.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS code = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(Driver);
    __try {
        NmrDeregisterClient(Client);
        ExRaiseStatus(STATUS_DATA_ERROR);
    } __except (code = GetExceptionCode(), EXCEPTION_EXECUTE_HANDLER) {
#ifdef FAULT
        DbgPrint("%x\n", code);
#else
        NmrWaitForClientDeregisterComplete(Client);
#endif
    }
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
