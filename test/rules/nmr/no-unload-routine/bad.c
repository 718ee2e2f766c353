// It is only a note: the exit status stays 0.
// RUN: %unloadcheck --format=brief %s -- -DBAD_NEVER_SET \
// RUN:   | FileCheck %s --implicit-check-not={{[a-z]+}}:
// RUN: %unloadcheck --format=brief %s -- -DBAD_SET_TO_NULL \
// RUN:   | FileCheck %s --implicit-check-not={{[a-z]+}}:
#include "../../../Inputs/nmr.h"

static HANDLE Client;

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Driver);
    UNREFERENCED_PARAMETER(Path);
#ifdef BAD_SET_TO_NULL
    Driver->DriverUnload = NULL;
#endif
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    // CHECK: :[[#@LINE-1]]:12: note: 'Client' is registered, and the driver never sets an unload routine [nmr/no-unload-routine]
}
