// RUN: %model %s | FileCheck %s
// A run that does not end, or that runs wild, shows no fault; both are counted.
// CHECK: clean: 0 states, 3 runs, 1 ended undefined, 1 did not end
#include "Inputs/module.h"

BOOLEAN PlatformWaits(VOID);

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    volatile ULONG *nowhere = NULL;
    HANDLE handle;

    (void)Driver, (void)Path;
    if (!NT_SUCCESS(NmrRegisterClient(&Client, NULL, &handle)))
        return STATUS_UNSUCCESSFUL;
    while (PlatformWaits())
        for (;;)
            ;
    return (NTSTATUS)*nowhere;
}
