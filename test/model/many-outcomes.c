// RUN: %model %s | FileCheck %s
// Twelve registrations with three outcomes each are half a million runs, but they
// meet again and again: what was seen once is not gone through twice.
// CHECK: clean: 1 states,
#include "Inputs/module.h"

enum { COUNT = 12 };

static HANDLE Handles[COUNT];

static VOID stop(ULONG Count)
{
    while (Count-- > 0)
        if (NmrDeregisterClient(Handles[Count]) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Handles[Count]);
}

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
    stop(COUNT);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    ULONG count;

    (void)Path;
    Driver->DriverUnload = unload;
    for (count = 0; count < COUNT; count++)
        if (!NT_SUCCESS(NmrRegisterClient(&Client, NULL, &Handles[count])))
            break;
    if (count == COUNT)
        return STATUS_SUCCESS;
    stop(count);
    return STATUS_UNSUCCESSFUL;
}
