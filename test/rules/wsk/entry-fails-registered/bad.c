// RUN: %fault BAD_CAPTURE_FAILS
// RUN: %fault BAD_LATER_STEP_FAILS
#include "../../../Inputs/wsk.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    WskReleaseProviderNPI(&Registration);
    WskDeregister(&Registration);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    PDEVICE_OBJECT device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = WskRegister(&ClientNpi, &Registration);
    if (!NT_SUCCESS(status))
        return status;
    status = WskCaptureProviderNPI(&Registration, WSK_INFINITE_WAIT, &Npi);
    if (!NT_SUCCESS(status)) {
#ifndef BAD_CAPTURE_FAILS
        WskDeregister(&Registration);
#endif
        return status;
        // BAD_CAPTURE_FAILS: :[[#@LINE-1]]:9: error: 'Registration{{.*}}' is still registered when 'DriverEntry' fails [wsk/entry-fails-registered]
    }
    status = IoCreateDevice(Driver, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE,
                            &device);
    if (!NT_SUCCESS(status)) {
        WskReleaseProviderNPI(&Registration);
#ifndef BAD_LATER_STEP_FAILS
        WskDeregister(&Registration);
#endif
    }
    return status;
    // BAD_LATER_STEP_FAILS: :[[#@LINE-1]]:5: error: {{.*}} [wsk/entry-fails-registered]
}
