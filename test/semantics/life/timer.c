// A timer's routine runs some time after the timer was set.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client;
static KTIMER Timer;
static KDPC Dpc;
static BOOLEAN Wanted;

static VOID on_timer(PKDPC Object, PVOID Context, PVOID First, PVOID Second)
{
    UNREFERENCED_PARAMETER(Object);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(First);
    UNREFERENCED_PARAMETER(Second);
    Wanted = FALSE;
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    KeCancelTimer(&Timer);
    KeFlushQueuedDpcs();
#ifdef FAULT
    if (Wanted)
#else
    if (Client)
#endif
        NmrDeregisterClient(Client);
    NmrWaitForClientDeregisterComplete(Client);
    // FAULT: :[[#@LINE-1]]:5: error: {{.*}} [nmr/wait-without-deregister]
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    LARGE_INTEGER due = { .QuadPart = -10000000 };

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Wanted = TRUE;
    KeInitializeDpc(&Dpc, on_timer, NULL);
    KeInitializeTimer(&Timer);
    KeSetTimer(&Timer, due, &Dpc);
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}
