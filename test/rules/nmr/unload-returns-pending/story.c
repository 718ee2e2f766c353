// RUN: not %unloadcheck %s \
// RUN:   | FileCheck %s --implicit-check-not='{{^ +[(]}}'
#include <ntddk.h>
#include <netioddk.h>

static NPI_CLIENT_CHARACTERISTICS Characteristics;
static HANDLE Client;

static NTSTATUS stop(VOID)
{
    return NmrDeregisterClient(Client);
}

static VOID unload(PDRIVER_OBJECT Driver)
{
    NTSTATUS status = stop();

    UNREFERENCED_PARAMETER(Driver);
    if (!NT_SUCCESS(status))
        NmrWaitForClientDeregisterComplete(Client);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = unload;
    return NmrRegisterClient(&Characteristics, NULL, &Client);
}

// CHECK: :21:1: error: 'Client' has not finished deregistering when 'unload' returns [nmr/unload-returns-pending]
// CHECK: {{^}}  (1) {{.*}}:23:10: the driver is loaded: 'DriverEntry' is called
// CHECK: {{^}}  (2) {{.*}}:27:12: 'Client' is registered here
// CHECK: {{^}}  (3) {{.*}}:14:13: the driver is unloaded: 'unload' is called
// CHECK: {{^}}  (4) {{.*}}:16:23: 'stop' is called
// CHECK: {{^}}    (5) {{.*}}:11:12: deregistration of 'Client' starts here; STATUS_PENDING means that it is not finished
// CHECK: {{^}}    (6) {{.*}}:11:5: 'stop' returns
// CHECK: {{^}}  (7) {{.*}}:19:10: 'NT_SUCCESS(status)' is true
// CHECK: {{^}}  (8) {{.*}}:21:1: 'unload' returns without waiting for 'Client', see (5)
