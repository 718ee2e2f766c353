// RUN: %right OK_PLAIN
// RUN: %right OK_GUARDED
// RUN: %right OK_IN_CALLBACK
#include "../../../Inputs/wsk.h"

static BOOLEAN Registered;

static VOID stop(VOID)
{
    if (!Registered)
        return;
    WskDeregister(&Registration);
    Registered = FALSE;
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifdef OK_PLAIN
    WskDeregister(&Registration);
#else
    stop();
#endif
}

static NTSTATUS on_cleanup(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
    stop();
    return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = WskRegister(&ClientNpi, &Registration);
#ifdef OK_IN_CALLBACK
    Driver->MajorFunction[IRP_MJ_CLEANUP] = on_cleanup;
#else
    UNREFERENCED_PARAMETER(on_cleanup);
#endif
#ifndef OK_PLAIN
    Registered = NT_SUCCESS(status);
    status = STATUS_SUCCESS;
#endif
    return status;
}
