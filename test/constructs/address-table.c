// A table of the places of handles: what the table leads to is named by it, too.
//
// RUN: %right RIGHT
// RUN: %fault FAULTY
#include <ntddk.h>
#include <netioddk.h>

static NPI_CLIENT_CHARACTERISTICS Characteristics;
static HANDLE Client;
static HANDLE *const Handles[] = { &Client };

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    for (ULONG i = 0; i < ARRAYSIZE(Handles); i++)
        if (NmrDeregisterClient(*Handles[i]) == STATUS_PENDING) {
#ifdef RIGHT
            NmrWaitForClientDeregisterComplete(*Handles[i]);
#endif
        }
    // FAULTY: [[#@LINE+1]]:1: error: 'Client' has not finished deregistering
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Characteristics, NULL, &Client);
}
