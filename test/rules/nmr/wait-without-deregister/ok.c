// RUN: %right OK_AFTER
// RUN: %right OK_WITHOUT_ASKING
// RUN: %right OK_TWICE
// RUN: %right OK_ELSEWHERE
#include "../../../Inputs/client.h"

#ifdef OK_ELSEWHERE
static BOOLEAN Started;

static NTSTATUS on_shutdown(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
    if (!Started)
        NmrDeregisterClient(Client);
    Started = TRUE;
    return STATUS_SUCCESS;
}
#endif

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#if defined(OK_AFTER)
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
#elif defined(OK_WITHOUT_ASKING)
    NmrDeregisterClient(Client);
    NmrWaitForClientDeregisterComplete(Client);
#elif defined(OK_TWICE)
    NmrDeregisterClient(Client);
    NmrWaitForClientDeregisterComplete(Client);
    NmrWaitForClientDeregisterComplete(Client);
#elif defined(OK_ELSEWHERE)
    on_shutdown(NULL, NULL);
    NmrWaitForClientDeregisterComplete(Client);
#endif
}
