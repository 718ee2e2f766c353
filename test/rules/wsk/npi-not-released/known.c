// RUN: %right FN_CAPTURED_TWICE
#include "../../../Inputs/wsk.h"

// Captures are not counted: one release is taken to undo them all.
VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    WskCaptureProviderNPI(&Registration, WSK_NO_WAIT, &Npi);
    WskCaptureProviderNPI(&Registration, WSK_NO_WAIT, &Npi);
    WskReleaseProviderNPI(&Registration);
    WskDeregister(&Registration);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return WskRegister(&ClientNpi, &Registration);
}
