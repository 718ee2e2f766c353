// A thread runs beside the driver's other routines, and to its end.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client;

static VOID on_start(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
    NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    PsTerminateSystemThread(STATUS_SUCCESS);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifdef FAULT
    DbgPrint("still %p\n", Client);
#else
    if (Client && NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    HANDLE thread;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, NULL, NULL, NULL,
                                  on_start, NULL);
    if (NT_SUCCESS(status))
        ZwClose(thread);
    return status;
}
