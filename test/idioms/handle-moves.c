// The handle moves between places: local copy then NULL,
// InterlockedExchangePointer, structure copy and RtlCopyMemory (state belongs
// to the registration).
// RUN: %right COPIED
// RUN: %right EXCHANGE
// RUN: %right LOCAL
// RUN: %right SWAPPED
// RUN: %fault BAD_EXCHANGE
// RUN: %fault BAD_LOCAL
// RUN: %fault BAD_LOST
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

struct pair {
    HANDLE Handle;
    ULONG Kind;
};

static HANDLE ClientHandle;
static struct pair Pair, Other;

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    HANDLE Handle;

    UNREFERENCED_PARAMETER(DriverObject);
#if defined(COPIED)
    Other = Pair;
    Handle = Other.Handle;
#elif defined(LOCAL) || defined(BAD_LOCAL)
    Handle = ClientHandle;
    ClientHandle = NULL;
#elif defined(SWAPPED)
    RtlCopyMemory(&Other, &Pair, sizeof(Pair));
    RtlZeroMemory(&Pair, sizeof(Pair));
    Handle = Other.Handle;
#elif defined(BAD_LOST)
    Handle = NULL;
    ClientHandle = NULL;
    Pair.Handle = NULL;
    // BAD_LOST: :[[#@LINE-1]]:5: error: {{.*}} [nmr/handle-lost]
#else
    Handle = InterlockedExchangePointer(&ClientHandle, NULL);
#endif
    if (Handle == NULL)
        return;
#if defined(BAD_EXCHANGE)
    (void)NmrDeregisterClient(Handle);
#elif defined(BAD_LOCAL)
    if (NmrDeregisterClient(Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
#else
    if (NmrDeregisterClient(Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Handle);
#endif
}
// BAD_EXCHANGE: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_LOCAL: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    Status = NmrRegisterClient(&Client, NULL, &ClientHandle);
    if (!NT_SUCCESS(Status))
        return Status;
    Pair.Handle = ClientHandle;
    Pair.Kind = 1;
    return STATUS_SUCCESS;
}
