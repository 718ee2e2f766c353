// RUN: %model %s | FileCheck %s
// A run that comes back to where it was, with the same choice before it, does
// not end; nobody waits for it.
// CHECK: clean: 0 states, 3 runs, 1 did not end
#include "Inputs/module.h"

BOOLEAN PlatformWaits(VOID);

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    (void)Driver, (void)Path;
    while (PlatformWaits())
        ;
    return STATUS_UNSUCCESSFUL;
}
