// A count that goes below zero leads out of the array. What stands there is no
// handle, the run ends with it, and comes to no element from below.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

#define CLIENT_COUNT 3

static HANDLE Clients[CLIENT_COUNT];
static ULONG Running;

static VOID stop_all(VOID)
{
    while (Running > 0) {
        Running--;
        // FAULT: :[[#@LINE+1]]:13: error: {{.*}} [nmr/deregister-unregistered]
        if (NmrDeregisterClient(Clients[Running]) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Clients[Running]);
    }
}

static NTSTATUS start_all(VOID)
{
    NTSTATUS status = STATUS_SUCCESS;
    ULONG i;

    for (i = 0; i < CLIENT_COUNT; i++) {
        status = NmrRegisterClient(&ClientCharacteristics, NULL, &Clients[i]);
        if (!NT_SUCCESS(status))
            break;
#ifdef RIGHT
        Running++;
#endif
    }
    if (NT_SUCCESS(status))
        return status;
    while (i-- > 0) {
        NmrDeregisterClient(Clients[i]);
        NmrWaitForClientDeregisterComplete(Clients[i]);
        Running--;
    }
    return status;
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop_all();
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status = start_all();

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    if (!NT_SUCCESS(status))
        stop_all();
    return status;
}
