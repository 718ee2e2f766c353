// A loop whose counter stands still notes one handle after another, until it
// writes outside of the array: there the run ends.
// RUN: not %unloadcheck --format=brief --stats %s > %t 2> %t.stats
// RUN: FileCheck %s --implicit-check-not=error: < %t
// RUN: FileCheck %s --check-prefix=STATS --implicit-check-not="gave up" < %t.stats
// STATS: states {{ *[0-9]{1,4}$}}
#include "../../Inputs/nmr.h"

static HANDLE Client;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    HANDLE noted[4];
    ULONG count = 0;

    UNREFERENCED_PARAMETER(Driver);
    for (ULONG i = 0; i < ARRAYSIZE(noted);) {
        // CHECK: :[[#@LINE+1]]:13: error: {{.*}} [nmr/deregister-unregistered]
        if (NmrDeregisterClient(Client) == STATUS_PENDING)
            noted[count++] = Client;
    }
    for (ULONG i = 0; i < count; i++)
        NmrWaitForClientDeregisterComplete(noted[i]);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}
