// A socket registration has no pending state: deregistering waits by itself,
// for the registration and for what was captured.
// RUN: %right RIGHT
// RUN: %fault FORGOTTEN
// RUN: %fault STILL_CAPTURED
#include "../../Inputs/wsk.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifdef FORGOTTEN
    if (KeGetCurrentIrql() != PASSIVE_LEVEL)
        return; // FORGOTTEN: :[[#@LINE]]:9: error: {{.*}} [wsk/unload-returns-registered]
#endif
#ifdef STILL_CAPTURED
    if (WskCaptureProviderNPI(&Registration, WSK_NO_WAIT, &Npi) == 0)
        DbgPrint("captured\n");
#endif
    WskDeregister(&Registration); // STILL_CAPTURED: :[[#@LINE]]:5: error: {{.*}} [wsk/deregister-while-captured]
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return WskRegister(&ClientNpi, &Registration);
}
