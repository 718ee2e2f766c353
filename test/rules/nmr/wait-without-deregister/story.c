// RUN: not %unloadcheck %s \
// RUN:   | FileCheck %s --implicit-check-not='{{^ +[(]}}'
#include <ntddk.h>
#include <netioddk.h>

static NPI_PROVIDER_CHARACTERISTICS Characteristics;
static HANDLE Provider;

static VOID unload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    NmrWaitForProviderDeregisterComplete(Provider);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = unload;
    return NmrRegisterProvider(&Characteristics, NULL, &Provider);
}

// CHECK: :12:5: error: 'NmrWaitForProviderDeregisterComplete' is called for 'Provider' in 'unload', which is still registered [nmr/wait-without-deregister]
// CHECK: {{^}}  (1) {{.*}}:15:10: the driver is loaded: 'DriverEntry' is called
// CHECK: {{^}}  (2) {{.*}}:19:12: 'Provider' is registered here
// CHECK: {{^}}  (3) {{.*}}:9:13: the driver is unloaded: 'unload' is called
// CHECK: {{^}}  (4) {{.*}}:12:5: 'NmrWaitForProviderDeregisterComplete' waits for nothing here and returns STATUS_INVALID_PARAMETER, see (2)
// CHECK: :13:1: error: 'Provider' is still registered when 'unload' returns [nmr/unload-returns-registered]
// CHECK: {{^}}  (1) {{.*}}:15:10: the driver is loaded: 'DriverEntry' is called
// CHECK: {{^}}  (2) {{.*}}:19:12: 'Provider' is registered here
// CHECK: {{^}}  (3) {{.*}}:9:13: the driver is unloaded: 'unload' is called
// CHECK: {{^}}  (4) {{.*}}:13:1: 'unload' returns; nothing deregisters 'Provider', see (2)
