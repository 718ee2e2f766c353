// RUN: %right FN_NOT_ON_EVERY_PATH
// RUN: %unloadcheck --format=brief %s -- -DFP_LIBRARY_SETS_IT \
// RUN:   | FileCheck %s --implicit-check-not={{[a-z]+}}:
#include "../../../Inputs/nmr.h"

static HANDLE Client;

#ifdef FN_NOT_ON_EVERY_PATH
// A driver that sets an unload routine somewhere counts as one that has it,
// although on one path it stays without.
VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    if (Path->Length > 100)
        Driver->DriverUnload = DriverUnload;
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}
#else
// That a library sets its own routine is not seen without its body.
VOID library_start(PDRIVER_OBJECT Driver);

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    library_start(Driver);
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    // CHECK: :[[#@LINE-1]]:12: note: {{.*}} [nmr/no-unload-routine]
}
#endif
