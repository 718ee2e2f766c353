// Every registration needs its own pair; waiting for one completes no other.
// RUN: %right RIGHT
// RUN: %fault WAITS_FOR_ONE
// RUN: %fault DEREGISTERS_ONE
// RUN: %fault CROSSED
#include "../../Inputs/nmr.h"

static HANDLE First, Second;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS first, second;

    UNREFERENCED_PARAMETER(Driver);
    first = NmrDeregisterClient(First);
#if defined(DEREGISTERS_ONE)
    second = first;
#else
    second = NmrDeregisterClient(Second);
#endif
#if defined(WAITS_FOR_ONE)
    if (first == STATUS_PENDING || second == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(First);
#elif defined(CROSSED)
    if (second == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(First);
    NmrWaitForClientDeregisterComplete(Second);
#else
    if (first == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(First);
#ifndef DEREGISTERS_ONE
    if (second == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Second);
#endif
#endif
}
// WAITS_FOR_ONE: :[[#@LINE-1]]:1: error: 'Second' {{.*}} [nmr/unload-returns-pending]
// DEREGISTERS_ONE: :[[#@LINE-2]]:1: error: 'Second' {{.*}} [nmr/unload-returns-registered]
// CROSSED: :[[#@LINE-3]]:1: error: 'First' {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &First);
    if (!NT_SUCCESS(status))
        return status;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Second);
    if (!NT_SUCCESS(status)) {
        NmrDeregisterClient(First);
        NmrWaitForClientDeregisterComplete(First);
    }
    return status;
}
