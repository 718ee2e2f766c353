// A story tells the conditions next to what happens to the registration, those
// of one line together, and leaves out what only says that nothing else went
// wrong; of the unload routine that is too late it tells all.
// RUN: sh -c '%unloadcheck --format=text %s; test $? = 1' | FileCheck %s \
// RUN:   --implicit-check-not='{{^ +[(]}}'
#include "../Inputs/nmr.h"

static HANDLE Client;
static BOOLEAN Started, Busy;

NTSTATUS Prepare(ULONG step);

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    if (Driver->DeviceObject != NULL && !Busy)
        IoDeleteDevice(Driver->DeviceObject);
    if (Busy)
        return;
    if (Started && Client != NULL)
        NmrDeregisterClient(Client);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status = Prepare(1);

    if (!NT_SUCCESS(status))
        return status;
    status = Prepare(2);
    if (!NT_SUCCESS(status))
        return status;
    if (Path == NULL || Path->Length == 0)
        return STATUS_INVALID_PARAMETER;
    Driver->DriverUnload = DriverUnload;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (!NT_SUCCESS(status))
        return status;
    Started = TRUE;
    return STATUS_SUCCESS;
}

// CHECK: {{^}}  (1) {{.*}}:23:10: the driver is loaded: 'DriverEntry' is called
// CHECK: {{^}}  (2) {{.*}}:32:25: 'Path == NULL' is false, 'Path->Length == 0' is false
// CHECK: {{^}}  (3) {{.*}}:35:14: 'Client' is registered here
// CHECK: {{^}}  (4) {{.*}}:36:10: 'NT_SUCCESS(status)' is true
// CHECK: {{^}}  (5) {{.*}}:13:6: the driver is unloaded: 'DriverUnload' is called
// CHECK: {{^}}  (6) {{.*}}:17:9: 'Busy' is false
// CHECK: {{^}}  (7) {{.*}}:19:20: 'Started' is true, 'Client != NULL' is true
// CHECK: {{^}}  (8) {{.*}}:20:9: deregistration of 'Client' starts here; STATUS_PENDING means that it is not finished
// CHECK: {{^}}  (9) {{.*}}:21:1: 'DriverUnload' returns without waiting for 'Client', see (8)
