// What is left of a division is an index below what divides.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/nmr.h"

static HANDLE Slots[3];
static ULONG Next;

static VOID Callback(PDRIVER_OBJECT Driver, PVOID Context, ULONG Count)
{
    UNREFERENCED_PARAMETER(Driver);
    UNREFERENCED_PARAMETER(Count);
    Next = Next * 5 + 1;
#ifdef FAULT
    Slots[Next % 3] = Context; // FAULT: :[[#@LINE]]:5: error: {{.*}} [nmr/handle-lost]
#else
    Slots[Next % 2] = Context;
#endif
}

static VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    // FAULT: :[[#@LINE+1]]:9: note: possible: {{.*}} [nmr/deregister-unregistered]
    if (NmrDeregisterClient(Slots[2]) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Slots[2]);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    IoRegisterDriverReinitialization(Driver, Callback, NULL);
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Slots[2]);
}
