// Every status that is not negative is a success of the entry routine, also
// where it is not zero; a warning is negative, and a failure.
// RUN: %right INFORMATIONAL
// RUN: %fault WARNING
#include "../../Inputs/nmr.h"

static HANDLE Client;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    if (!NT_SUCCESS(NmrRegisterClient(&ClientCharacteristics, NULL, &Client)))
        return STATUS_UNSUCCESSFUL;
#ifdef WARNING
    return (NTSTATUS)0x80000005;
    // WARNING: :[[#@LINE-1]]:5: error: {{.*}} [nmr/entry-fails-registered]
#else
    return (NTSTATUS)0x40000000;
#endif
}
