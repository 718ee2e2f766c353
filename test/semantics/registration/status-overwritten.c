// A state belongs to the registration: writing the variable that held the
// status completes nothing.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS status = NmrDeregisterClient(Client);
    NTSTATUS first = status;

    UNREFERENCED_PARAMETER(Driver);
    status = KeGetCurrentIrql() == PASSIVE_LEVEL ? STATUS_SUCCESS
                                                 : STATUS_UNSUCCESSFUL;
#ifdef FAULT
    if (status == STATUS_PENDING)
#else
    if (first == STATUS_PENDING)
#endif
        NmrWaitForClientDeregisterComplete(Client);
    DbgPrint("%x %x\n", first, status);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
