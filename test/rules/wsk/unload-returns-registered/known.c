// RUN: %fault FP_LIBRARY_DEREGISTERS
#include "../../../Inputs/wsk.h"

// A function whose body is not given deregisters nothing.
VOID library_stop(PWSK_REGISTRATION Which);

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    library_stop(&Registration);
} // FP_LIBRARY_DEREGISTERS: :[[#@LINE]]:1: error: {{.*}} [wsk/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return WskRegister(&ClientNpi, &Registration);
}
