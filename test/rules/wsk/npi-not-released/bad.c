// RUN: %fault BAD_UNLOAD
// RUN: %fault BAD_ENTRY
#include "../../../Inputs/wsk.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifndef BAD_UNLOAD
    WskReleaseProviderNPI(&Registration);
    WskDeregister(&Registration);
#endif
}
// BAD_UNLOAD: :[[#@LINE-1]]:1: error: the provider NPI of 'Registration{{.*}}' is not released when 'DriverUnload' returns [wsk/npi-not-released]
// BAD_UNLOAD: :[[#@LINE-2]]:1: error: {{.*}} [wsk/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = WskRegister(&ClientNpi, &Registration);
    if (!NT_SUCCESS(status))
        return status;
    status = WskCaptureProviderNPI(&Registration, WSK_INFINITE_WAIT, &Npi);
    if (!NT_SUCCESS(status)) {
        WskDeregister(&Registration);
        return status;
    }
#ifdef BAD_ENTRY
    return STATUS_DEVICE_NOT_READY;
    // BAD_ENTRY: :[[#@LINE-1]]:5: error: {{.*}} [wsk/entry-fails-registered]
    // BAD_ENTRY: :[[#@LINE-2]]:5: error: the provider NPI of 'Registration{{.*}}' is not released when 'DriverEntry' returns [wsk/npi-not-released]
#else
    return STATUS_SUCCESS;
#endif
}
