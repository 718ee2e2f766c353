// Two registrations whose handles go by the same name, in helpers of their
// own, are left over at the same place: each is told.
// RUN: not %unloadcheck %s | FileCheck %s
#include "../../Inputs/nmr.h"

static HANDLE First;
static HANDLE Second;

static NTSTATUS open_first(VOID)
{
    HANDLE handle;
    // CHECK-DAG: [[#@LINE+1]]:23: 'handle' is registered here
    NTSTATUS status = NmrRegisterClient(&ClientCharacteristics, NULL, &handle);

    if (NT_SUCCESS(status))
        First = handle;
    return status;
}

static NTSTATUS open_second(VOID)
{
    HANDLE handle;
    // CHECK-DAG: [[#@LINE+1]]:23: 'handle' is registered here
    NTSTATUS status = NmrRegisterClient(&ClientCharacteristics, NULL, &handle);

    if (NT_SUCCESS(status))
        Second = handle;
    return status;
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    DbgPrint("%p %p\n", First, Second);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    if (NT_SUCCESS(open_first()))
        open_second();
    return STATUS_SUCCESS;
}
