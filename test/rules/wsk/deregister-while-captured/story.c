// RUN: not %unloadcheck %s \
// RUN:   | FileCheck %s --implicit-check-not='{{^ +[(]}}'
#include "../../../Inputs/wsk.h"

static VOID stop(PWSK_REGISTRATION Which)
{
    WskDeregister(Which);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop(&Registration);
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
        stop(&Registration);
    return status;
}

// CHECK: :7:5: error: 'WskDeregister' is called in 'stop' while the provider NPI of 'Registration{{[^']*}}' is captured [wsk/deregister-while-captured]
// CHECK: {{^}}  (1) {{.*}}:16:10: the driver is loaded: 'DriverEntry' is called
// CHECK: {{^}}  (2) {{.*}}:22:14: 'Registration{{[^']*}}' is registered here
// CHECK: {{^}}  (3) {{.*}}:23:10: 'NT_SUCCESS(status)' is true
// CHECK: {{^}}  (4) {{.*}}:25:14: the provider NPI of 'Registration{{[^']*}}' is captured here
// CHECK: {{^}}  (5) {{.*}}:26:10: 'NT_SUCCESS(status)' is true
// CHECK: {{^}}  (6) {{.*}}:10:6: the driver is unloaded: 'DriverUnload' is called
// CHECK: {{^}}  (7) {{.*}}:13:5: 'stop' is called
// CHECK: {{^}}    (8) {{.*}}:7:5: 'WskDeregister' waits here for an NPI that nobody releases any more, see (4)
