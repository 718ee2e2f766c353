// RUN: %right OK_ASKS_FOR_PENDING
// RUN: %right OK_ASKS_FOR_MORE_THAN_SUCCESS
// RUN: %right OK_ASKS_WITH_NT_SUCCESS
// RUN: %right OK_ALWAYS_WAITS
// RUN: %right OK_STOPS_THE_SYSTEM
// RUN: %right OK_IN_TWO_STEPS
#include "../../../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS status = NmrDeregisterClient(Client);

    UNREFERENCED_PARAMETER(Driver);
#if defined(OK_ASKS_FOR_PENDING)
    if (status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
#elif defined(OK_ASKS_FOR_MORE_THAN_SUCCESS)
    if (status != STATUS_SUCCESS)
        NmrWaitForClientDeregisterComplete(Client);
#elif defined(OK_ASKS_WITH_NT_SUCCESS)
    if (NT_SUCCESS(status))
        NmrWaitForClientDeregisterComplete(Client);
#elif defined(OK_ALWAYS_WAITS)
    NmrWaitForClientDeregisterComplete(Client);
#elif defined(OK_STOPS_THE_SYSTEM)
    if (status == STATUS_PENDING)
        KeBugCheckEx(MANUALLY_INITIATED_CRASH, 0, 0, 0, 0);
#elif defined(OK_IN_TWO_STEPS)
    BOOLEAN pending = status == STATUS_PENDING;

    DbgPrint("%x\n", status);
    if (pending)
        NmrWaitForClientDeregisterComplete(Client);
#endif
}
