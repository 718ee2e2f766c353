// RUN: %fault BAD_NOT_RELEASED
// RUN: %fault BAD_RELEASED_AFTERWARDS
// RUN: %fault BAD_ONE_WAY
#include "../../../Inputs/wsk.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#if defined(BAD_NOT_RELEASED)
    WskDeregister(&Registration);
    // BAD_NOT_RELEASED: :[[#@LINE-1]]:5: error: 'WskDeregister' is called in 'DriverUnload' while the provider NPI of 'Registration{{.*}}' is captured [wsk/deregister-while-captured]
#elif defined(BAD_RELEASED_AFTERWARDS)
    WskDeregister(&Registration);
    // BAD_RELEASED_AFTERWARDS: :[[#@LINE-1]]:5: error: {{.*}} [wsk/deregister-while-captured]
    WskReleaseProviderNPI(&Registration);
#else
    if (KeGetCurrentIrql() == PASSIVE_LEVEL)
        WskReleaseProviderNPI(&Registration);
    WskDeregister(&Registration);
    // BAD_ONE_WAY: :[[#@LINE-1]]:5: error: {{.*}} [wsk/deregister-while-captured]
#endif
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
    return status;
}
