// RUN: %right OK_RELEASED_FIRST
// RUN: %right OK_RELEASED_WHERE_CAPTURED
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
    if (!NT_SUCCESS(status))
        return status;
    Captured = NT_SUCCESS(
        WskCaptureProviderNPI(&Registration, WSK_INFINITE_WAIT, &Npi));
#ifdef OK_RELEASED_FIRST
    if (!Captured) {
        WskDeregister(&Registration);
        return STATUS_UNSUCCESSFUL;
    }
#endif
    return STATUS_SUCCESS;
}
