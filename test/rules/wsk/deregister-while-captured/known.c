// RUN: %right FN_CAPTURED_BY_LIBRARY
#include "../../../Inputs/wsk.h"

// A function whose body is not given captures nothing.
NTSTATUS library_capture(PWSK_REGISTRATION Which, PWSK_PROVIDER_NPI Into);

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    library_capture(&Registration, &Npi);
    WskDeregister(&Registration);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return WskRegister(&ClientNpi, &Registration);
}
