// The functions that register and deregister, called through pointers: in a
// variable, in a field, in an array, as an argument; and beside a routine of
// the driver that may stand in the same place.
// RUN: %right RIGHT
// RUN: %fault SWAPPED
// RUN: %fault NOWAIT
#include <ntddk.h>
#include <netioddk.h>
#include "../idioms/Inputs/client.h"

typedef NTSTATUS REGISTER(const NPI_CLIENT_CHARACTERISTICS *, PVOID, HANDLE *);
typedef NTSTATUS END(HANDLE);

static HANDLE First, Second, Third;
static struct {
    END *Start;
    ULONG Calls;
} Ends;

#ifdef SWAPPED
static END *const Steps[] = { NmrWaitForClientDeregisterComplete,
    NmrDeregisterClient };
#else
static END *const Steps[] = { NmrDeregisterClient,
    NmrWaitForClientDeregisterComplete };
#endif

static NTSTATUS ignore(HANDLE Handle)
{
    UNREFERENCED_PARAMETER(Handle);
    return STATUS_SUCCESS;
}

static NTSTATUS end(HANDLE Handle, END *Start, END *Wait)
{
    NTSTATUS Status = Start(Handle);

    return Status == STATUS_PENDING ? Wait(Handle) : Status;
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    for (ULONG i = 0; i < ARRAYSIZE(Steps); i++)
        Steps[i](First);
    // SWAPPED: :[[#@LINE-1]]:9: error: {{.*}} [nmr/wait-without-deregister]
#ifdef NOWAIT
    end(Second, NmrDeregisterClient, ignore);
#else
    end(Second, NmrDeregisterClient, NmrWaitForClientDeregisterComplete);
#endif
    if (Third && Ends.Start(Third) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Third);
} // SWAPPED: :[[#@LINE]]:1: error: 'First' {{.*}} [nmr/unload-returns-pending]
// NOWAIT: :[[#@LINE-1]]:1: error: 'Second' {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    REGISTER *Register = NmrRegisterClient;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Ends.Start = NmrDeregisterClient;
    if (!NT_SUCCESS(Register(&Client, NULL, &First)))
        return STATUS_UNSUCCESSFUL;
    if (!NT_SUCCESS(Register(&Client, NULL, &Second))) {
        (void)end(First, NmrDeregisterClient,
            NmrWaitForClientDeregisterComplete);
        return STATUS_UNSUCCESSFUL;
    }
    (void)Register(&Client, NULL, &Third);
    return STATUS_SUCCESS;
}
