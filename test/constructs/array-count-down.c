// An array that is taken back from its end: the count is unsigned and goes down
// by one, again and again, and what comes behind the loop is still reached.
//
// RUN: %right RIGHT
// RUN: %fault FAULTY
#include <ntddk.h>
#include <netioddk.h>

#define COUNT 5

static NPI_CLIENT_CHARACTERISTICS Characteristics;
static HANDLE Clients[COUNT];
static HANDLE Last;

static VOID stop(ULONG Count)
{
    while (Count > 0) {
        Count--;
        if (NmrDeregisterClient(Clients[Count]) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Clients[Count]);
    }
}

static VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop(COUNT);
    if (NmrDeregisterClient(Last) == STATUS_PENDING) {
#ifdef RIGHT
        NmrWaitForClientDeregisterComplete(Last);
#endif
    }
    // FAULTY: [[#@LINE+1]]:1: error: 'Last' has not finished deregistering
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status = STATUS_SUCCESS;
    ULONG i;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    for (i = 0; i < COUNT; i++) {
        status = NmrRegisterClient(&Characteristics, NULL, &Clients[i]);
        if (!NT_SUCCESS(status))
            break;
    }
    if (NT_SUCCESS(status)) {
        status = NmrRegisterClient(&Characteristics, NULL, &Last);
        if (NT_SUCCESS(status))
            return status;
    }
    stop(i);
    return status;
}
