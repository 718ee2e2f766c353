// RUN: not %unloadcheck %s \
// RUN:   | FileCheck %s --implicit-check-not='{{^ +[(]}}'
#include "../../../Inputs/wsk.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    WskReleaseProviderNPI(&Registration);
    WskDeregister(&Registration);
}

static NTSTATUS start(VOID)
{
    NTSTATUS status = WskRegister(&ClientNpi, &Registration);

    if (!NT_SUCCESS(status))
        return status;
    return WskCaptureProviderNPI(&Registration, WSK_INFINITE_WAIT, &Npi);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return start();
}

// CHECK: :25:5: error: 'Registration' is still registered when 'DriverEntry' fails [wsk/entry-fails-registered]
// CHECK: {{^}}  (1) {{.*}}:21:10: the driver is loaded: 'DriverEntry' is called
// CHECK: {{^}}  (2) {{.*}}:25:12: 'start' is called
// CHECK: {{^}}    (3) {{.*}}:14:23: 'Registration' is registered here
// CHECK: {{^}}    (4) {{.*}}:16:10: 'NT_SUCCESS(status)' is true
// CHECK: {{^}}    (5) {{.*}}:18:12: the provider NPI of 'Registration' cannot be captured here
// CHECK: {{^}}    (6) {{.*}}:18:5: 'start' returns
// CHECK: {{^}}  (7) {{.*}}:25:5: 'DriverEntry' fails; the unload routine is not called, and 'Registration' is still registered, see (3)
