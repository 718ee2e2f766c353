// RUN: not %unloadcheck %s \
// RUN:   | FileCheck %s --implicit-check-not='{{^ +[(]}}'
#include "../../../Inputs/wsk.h"

struct module {
    WSK_REGISTRATION registration;
};

static struct module *Module;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    WskReleaseProviderNPI(&Module->registration);
    WskDeregister(&Module->registration);
    ExFreePool(Module);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Module = ExAllocatePoolZero(NonPagedPoolNx, sizeof(*Module), 'tseT');
    if (Module == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    status = WskRegister(&ClientNpi, &Module->registration);
    if (NT_SUCCESS(status))
        status = WskCaptureProviderNPI(&Module->registration,
                                       WSK_INFINITE_WAIT, &Npi);
    if (!NT_SUCCESS(status))
        ExFreePool(Module);
    return status;
}

// CHECK: :33:9: error: 'module->registration' is lost in 'DriverEntry', and it is still registered [wsk/handle-lost]
// CHECK: {{^}}  (1) {{.*}}:19:10: the driver is loaded: 'DriverEntry' is called
// CHECK: {{^}}  (2) {{.*}}:26:9: 'Module == NULL' is false
// CHECK: {{^}}  (3) {{.*}}:28:14: 'module->registration' is registered here
// CHECK: {{^}}  (4) {{.*}}:29:9: 'NT_SUCCESS(status)' is true
// CHECK: {{^}}  (5) {{.*}}:30:18: the provider NPI of 'module->registration' cannot be captured here
// CHECK: {{^}}  (6) {{.*}}:32:10: 'NT_SUCCESS(status)' is false
// CHECK: {{^}}  (7) {{.*}}:33:9: 'module->registration' is lost here: its memory is freed, ends, or is used anew, see (3)
