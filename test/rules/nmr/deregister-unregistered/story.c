// RUN: not %unloadcheck %s \
// RUN:   | FileCheck %s --implicit-check-not='{{^ +[(]}}'
#include <ntddk.h>
#include <netioddk.h>

static NPI_CLIENT_CHARACTERISTICS Characteristics;
static HANDLE Client;

static VOID stop(VOID)
{
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
}

static VOID unload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop();
    stop();
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = unload;
    return NmrRegisterClient(&Characteristics, NULL, &Client);
}

// CHECK: :11:9: error: 'NmrDeregisterClient' is called for 'Client' in 'stop', which is not registered [nmr/deregister-unregistered]
// CHECK: {{^}}  (1) {{.*}}:22:10: the driver is loaded: 'DriverEntry' is called
// CHECK: {{^}}  (2) {{.*}}:26:12: 'Client' is registered here
// CHECK: {{^}}  (3) {{.*}}:15:13: the driver is unloaded: 'unload' is called
// CHECK: {{^}}  (4) {{.*}}:18:5: 'stop' is called
// CHECK: {{^}}    (5) {{.*}}:11:9: 'Client' is deregistered here
// CHECK: {{^}}    (6) {{.*}}:11:9: 'NmrDeregisterClient(Client) == STATUS_PENDING' is false
// CHECK: {{^}}    (7) {{.*}}:13:1: 'stop' returns
// CHECK: {{^}}  (8) {{.*}}:19:5: 'stop' is called
// CHECK: {{^}}    (9) {{.*}}:11:9: 'NmrDeregisterClient' is called here, see (5)
