// RUN: %right OK_UNDONE
// RUN: %right OK_REGISTER_FAILED
// RUN: %right OK_SUCCEEDS_ANYWAY
#include "../../../Inputs/wsk.h"

static BOOLEAN Captured;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Captured)
        WskReleaseProviderNPI(&Registration);
    WskDeregister(&Registration);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = WskRegister(&ClientNpi, &Registration);
#ifdef OK_REGISTER_FAILED
    return status;
#endif
    if (!NT_SUCCESS(status))
        return status;
    status = WskCaptureProviderNPI(&Registration, WSK_INFINITE_WAIT, &Npi);
    if (NT_SUCCESS(status))
        Captured = TRUE;
#ifdef OK_UNDONE
    else
        WskDeregister(&Registration);
    return status;
#else
    return STATUS_SUCCESS;
#endif
}
