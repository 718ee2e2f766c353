// RUN: not %unloadcheck %s \
// RUN:   | FileCheck %s --implicit-check-not='{{^ +[(]}}'
#include "../../../Inputs/wsk.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    WskReleaseProviderNPI(&Registration);
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

// CHECK: :9:1: error: 'Registration{{[^']*}}' is still registered when 'DriverUnload' returns [wsk/unload-returns-registered]
// CHECK: {{^}}  (1) {{.*}}:11:10: the driver is loaded: 'DriverEntry' is called
// CHECK: {{^}}  (2) {{.*}}:17:14: 'Registration{{[^']*}}' is registered here
// CHECK: {{^}}  (3) {{.*}}:18:10: 'NT_SUCCESS(status)' is true
// CHECK: {{^}}  (4) {{.*}}:20:14: the provider NPI of 'Registration{{[^']*}}' is captured here
// CHECK: {{^}}  (5) {{.*}}:21:10: 'NT_SUCCESS(status)' is true
// CHECK: {{^}}  (6) {{.*}}:5:6: the driver is unloaded: 'DriverUnload' is called
// CHECK: {{^}}  (7) {{.*}}:8:5: the provider NPI of 'Registration{{[^']*}}' is released here
// CHECK: {{^}}  (8) {{.*}}:9:1: 'DriverUnload' returns; nothing deregisters 'Registration{{[^']*}}', see (7)
