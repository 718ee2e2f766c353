// A handle that is copied with its structure is the same handle, and one that
// is filled over is gone.
//
// RUN: %unloadcheck --format=brief %s | count 0
// RUN: not %unloadcheck --format=brief %s -- -DBAD | FileCheck %s
// CHECK: error: the last handle of the client registration
#include <ntddk.h>
#include <netioddk.h>

struct saved {
    ULONG Size;
    HANDLE Handle;
};

static struct saved Saved;
static NPI_CLIENT_CHARACTERISTICS Characteristics;

static VOID Unload(PDRIVER_OBJECT DriverObject)
{
    if (NmrDeregisterClient(Saved.Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Saved.Handle);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING Path)
{
    struct saved First;
    NTSTATUS Status;

    DriverObject->DriverUnload = Unload;
    Status = NmrRegisterClient(&Characteristics, NULL, &First.Handle);
    if (!NT_SUCCESS(Status))
        return Status;
    RtlCopyMemory(&Saved, &First, sizeof(Saved));
    RtlZeroMemory(&First, sizeof(First));
#ifdef BAD
    RtlZeroMemory(&Saved, sizeof(Saved));
#endif
    return STATUS_SUCCESS;
}
