// RUN: not %unloadcheck %s \
// RUN:   | FileCheck %s --implicit-check-not='{{^ +[(]}}'
#include <ntddk.h>
#include <netioddk.h>

static NPI_PROVIDER_CHARACTERISTICS Characteristics;
static HANDLE Provider;

static VOID unload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (NmrDeregisterProvider(Provider) == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(Provider);
}

static NTSTATUS start(PDRIVER_OBJECT Driver)
{
    NTSTATUS status;
    PDEVICE_OBJECT device;

    status = NmrRegisterProvider(&Characteristics, NULL, &Provider);
    if (NT_SUCCESS(status))
        status = IoCreateDevice(Driver, 0, NULL, FILE_DEVICE_UNKNOWN, 0,
                                FALSE, &device);
    return status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status = start(Driver);

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = unload;
    if (!NT_SUCCESS(status))
        DbgPrint("%x\n", status);
    return status;
}

// CHECK: :36:5: error: 'Provider' is still registered when 'DriverEntry' fails [nmr/entry-fails-registered]
// CHECK: {{^}}  (1) {{.*}}:28:10: the driver is loaded: 'DriverEntry' is called
// CHECK: {{^}}  (2) {{.*}}:30:23: 'start' is called
// CHECK: {{^}}    (3) {{.*}}:21:14: 'Provider' is registered here
// CHECK: {{^}}    (4) {{.*}}:22:9: 'NT_SUCCESS(status)' is true
// CHECK: {{^}}    (5) {{.*}}:25:5: 'start' returns
// CHECK: {{^}}  (6) {{.*}}:36:5: 'DriverEntry' fails; the unload routine is not called, and 'Provider' is still registered, see (3)
