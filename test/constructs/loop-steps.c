// Two loops of step two meet each element once, and together all of them.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/nmr.h"

static HANDLE Clients[8];

static VOID stop_every_second(ULONG First)
{
    for (ULONG i = First; i < ARRAYSIZE(Clients); i += 2) {
        if (Clients[i] == NULL)
            continue;
        NmrDeregisterClient(Clients[i]);
        NmrWaitForClientDeregisterComplete(Clients[i]);
    }
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop_every_second(0);
#ifndef FAULT
    stop_every_second(1);
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    for (ULONG i = 0; i < ARRAYSIZE(Clients); i++)
        NmrRegisterClient(&ClientCharacteristics, NULL, &Clients[i]);
    return STATUS_SUCCESS;
}
