// RUN: not %unloadcheck %s \
// RUN:   | FileCheck %s --implicit-check-not='{{^ +[(]}}'
#include <ntddk.h>
#include <netioddk.h>

static NPI_CLIENT_CHARACTERISTICS Characteristics;
static HANDLE Client;

static VOID unload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Client && NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
}

static NTSTATUS on_create(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
    return NmrRegisterClient(&Characteristics, NULL, &Client);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = unload;
    Driver->MajorFunction[IRP_MJ_CREATE] = on_create;
    return STATUS_SUCCESS;
}

// CHECK: :20:12: error: the last handle of the client registration in 'Client' is lost in 'on_create', and it is still registered [nmr/handle-lost]
// CHECK: {{^}}  (1) {{.*}}:16:17: 'on_create' (MajorFunction of DRIVER_OBJECT) is called from outside
// CHECK: {{^}}  (2) {{.*}}:20:12: 'Client' is registered here
// CHECK: {{^}}  (3) {{.*}}:16:17: 'on_create' (MajorFunction of DRIVER_OBJECT) is called from outside
// CHECK: {{^}}  (4) {{.*}}:20:12: the handle in 'Client' is lost here, see (2)
