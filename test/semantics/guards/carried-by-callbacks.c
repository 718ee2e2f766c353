// What callbacks do to a guard and to its registration is carried on, too.
// RUN: %right RIGHT
// RUN: %fault FLAG_STAYS
// RUN: %fault FLAG_GOES
#include "../../Inputs/nmr.h"

static HANDLE Client;
static BOOLEAN Registered;

static VOID stop_client(VOID)
{
    if (!Registered)
        return;
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        // FLAG_STAYS: :[[#@LINE-1]]:9: error: {{.*}} [nmr/deregister-unregistered]
        NmrWaitForClientDeregisterComplete(Client);
#ifndef FLAG_STAYS
    Registered = FALSE;
#endif
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop_client();
} // FLAG_GOES: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

static NTSTATUS on_shutdown(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
#ifdef FLAG_GOES
    Registered = FALSE;
#else
    stop_client();
#endif
    return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Driver->MajorFunction[IRP_MJ_SHUTDOWN] = on_shutdown;
    if (NT_SUCCESS(NmrRegisterClient(&ClientCharacteristics, NULL, &Client)))
        Registered = TRUE;
    return STATUS_SUCCESS;
}
