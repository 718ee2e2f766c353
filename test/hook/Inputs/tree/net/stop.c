#include <ntddk.h>
#include <netioddk.h>
#include "stop.h"

extern HANDLE Handle;

VOID Stop(VOID)
{
    NTSTATUS Status = NmrDeregisterClient(Handle);

    /* net waits here */
    if (STOP_WAITS && Status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Handle);
    /* and is done */
}
