// A deregistration outside the unload routine is fine if it is complete when
// the unload routine returns; waiting there is enough.
// RUN: %right RIGHT
// RUN: %right WAITS_IN_UNLOAD
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client;
static BOOLEAN Stopped;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (!Stopped)
        NmrDeregisterClient(Client);
#ifdef WAITS_IN_UNLOAD
    NmrWaitForClientDeregisterComplete(Client);
#else
    if (!Stopped)
        NmrWaitForClientDeregisterComplete(Client);
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]

static NTSTATUS on_shutdown(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
    if (!Stopped) {
        Stopped = TRUE;
        NmrDeregisterClient(Client);
#ifdef RIGHT
        NmrWaitForClientDeregisterComplete(Client);
#endif
    }
    return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Driver->MajorFunction[IRP_MJ_SHUTDOWN] = on_shutdown;
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}
