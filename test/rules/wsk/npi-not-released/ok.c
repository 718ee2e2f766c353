// RUN: %right OK_IN_UNLOAD
// RUN: %right OK_AT_ONCE
#include "../../../Inputs/wsk.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifdef OK_IN_UNLOAD
    WskReleaseProviderNPI(&Registration);
#endif
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
    status = WskCaptureProviderNPI(&Registration, WSK_INFINITE_WAIT, &Npi);
    if (!NT_SUCCESS(status))
        WskDeregister(&Registration);
#ifdef OK_AT_ONCE
    else
        WskReleaseProviderNPI(&Registration);
#endif
    return status;
}
