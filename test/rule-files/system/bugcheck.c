// Nothing comes after a bug check.
//
// RUN: %unloadcheck --format=brief %s | count 0
// RUN: not %unloadcheck --format=brief %s -- -DBAD | FileCheck %s
#include <ntddk.h>
#include <netioddk.h>

static HANDLE Handle;
static NPI_CLIENT_CHARACTERISTICS Characteristics;

static VOID Unload(PDRIVER_OBJECT DriverObject)
{
    NTSTATUS Status = NmrDeregisterClient(Handle);

    if (Status != STATUS_PENDING) {
#ifndef BAD
        KeBugCheckEx(0xDEADDEAD, 0, 0, 0, 0);
#else
        DbgPrint("%x", Status);
#endif
    } else {
        NmrWaitForClientDeregisterComplete(Handle);
    }
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING Path)
{
    NTSTATUS Status;

    DriverObject->DriverUnload = Unload;
    Status = NmrRegisterClient(&Characteristics, NULL, &Handle);
    if (NT_SUCCESS(Status)) {
        Status = IoCreateSymbolicLink(Path, Path);
        if (!NT_SUCCESS(Status)) {
#ifndef BAD
            KeBugCheck(0xDEADDEAD);
#endif
        }
    }
    return Status;
}
// CHECK: error: 'Handle' is still registered when 'DriverEntry' fails
