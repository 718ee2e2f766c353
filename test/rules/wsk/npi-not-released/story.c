// RUN: not %unloadcheck %s \
// RUN:   | FileCheck %s --implicit-check-not='{{^ +[(]}}'
#include "../../../Inputs/wsk.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = WskRegister(&ClientNpi, &Registration);
    if (NT_SUCCESS(status))
        WskCaptureProviderNPI(&Registration, WSK_INFINITE_WAIT, &Npi);
    return status;
}

// CHECK: :8:1: error: the provider NPI of 'Registration' is not released when 'DriverUnload' returns [wsk/npi-not-released]
// CHECK: {{^}}  (1) {{.*}}:10:10: the driver is loaded: 'DriverEntry' is called
// CHECK: {{^}}  (2) {{.*}}:16:14: 'Registration' is registered here
// CHECK: {{^}}  (3) {{.*}}:17:9: 'NT_SUCCESS(status)' is true
// CHECK: {{^}}  (4) {{.*}}:18:9: the provider NPI of 'Registration' is captured here
// CHECK: {{^}}  (5) {{.*}}:5:6: the driver is unloaded: 'DriverUnload' is called
// CHECK: {{^}}  (6) {{.*}}:8:1: 'DriverUnload' returns; nothing releases the provider NPI of 'Registration', see (4)
// CHECK: :8:1: error: 'Registration' still has its provider NPI captured when 'DriverUnload' returns [wsk/unload-returns-registered]
// CHECK: {{^}}  (1) {{.*}}:10:10: the driver is loaded: 'DriverEntry' is called
// CHECK: {{^}}  (2) {{.*}}:16:14: 'Registration' is registered here
// CHECK: {{^}}  (3) {{.*}}:17:9: 'NT_SUCCESS(status)' is true
// CHECK: {{^}}  (4) {{.*}}:18:9: the provider NPI of 'Registration' is captured here
// CHECK: {{^}}  (5) {{.*}}:5:6: the driver is unloaded: 'DriverUnload' is called
// CHECK: {{^}}  (6) {{.*}}:8:1: 'DriverUnload' returns; nothing deregisters 'Registration', see (4)
