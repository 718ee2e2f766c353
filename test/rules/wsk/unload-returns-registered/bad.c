// RUN: %fault BAD_NOTHING
// RUN: %fault BAD_RELEASED_ONLY
// RUN: %fault BAD_WAY_OUT
#include "../../../Inputs/wsk.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#if defined(BAD_RELEASED_ONLY)
    if (WskCaptureProviderNPI(&Registration, WSK_NO_WAIT, &Npi) ==
        STATUS_SUCCESS)
        WskReleaseProviderNPI(&Registration);
#elif defined(BAD_WAY_OUT)
    if (KeGetCurrentIrql() != PASSIVE_LEVEL)
        return;
    // BAD_WAY_OUT: :[[#@LINE-1]]:9: error: {{.*}} [wsk/unload-returns-registered]
    WskDeregister(&Registration);
#endif
}
// BAD_NOTHING: :[[#@LINE-1]]:1: error: 'Registration{{.*}}' is still registered when 'DriverUnload' returns [wsk/unload-returns-registered]
// BAD_RELEASED_ONLY: :[[#@LINE-2]]:1: error: {{.*}} is still registered {{.*}} [wsk/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return WskRegister(&ClientNpi, &Registration);
}
