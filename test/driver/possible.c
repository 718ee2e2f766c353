// That nobody could tell is said by the findings, and once for all of them by a
// line that tells why the status is 2. Here a count wraps around.
// RUN: sh -c '%unloadcheck --format=brief %s; test $? = 2' \
// RUN:   | FileCheck %s --implicit-check-not='gave up'
// CHECK: :[[#@LINE+12]]:9: note: possible: {{.*}} [nmr/unload-returns-registered]
// CHECK: note: possible: {{.*}} [nmr/handle-lost]
// CHECK: {{^}}unloadcheck: warning: analysis gave up: cannot tell whether what is called possible can happen
#include "../Inputs/nmr.h"

static HANDLE Client;
static ULONG Opened;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Opened == 0)
        return;
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
}

static NTSTATUS on_create(PDEVICE_OBJECT Device, PIRP Irp)
{
    NTSTATUS status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
    if (Opened == 0)
        status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (NT_SUCCESS(status))
        Opened++;
    return status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Driver->MajorFunction[IRP_MJ_CREATE] = on_create;
    return STATUS_SUCCESS;
}
