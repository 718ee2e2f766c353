// A loop over an array treats the elements it says, and no others.
// RUN: %right ALL
// RUN: %right BACKWARDS
// RUN: %fault STARTS_LATE
// RUN: %fault STOPS_EARLY
// RUN: %fault LEAVES_EARLY
#include "../Inputs/nmr.h"

static HANDLE Clients[6];

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#if defined(ALL)
    for (ULONG i = 0; i < ARRAYSIZE(Clients); i++) {
#elif defined(BACKWARDS)
    for (ULONG i = ARRAYSIZE(Clients); i-- > 0;) {
#elif defined(STARTS_LATE)
    for (ULONG i = 1; i < ARRAYSIZE(Clients); i++) {
#elif defined(STOPS_EARLY)
    for (ULONG i = 0; i + 1 < ARRAYSIZE(Clients); i++) {
#else
    for (ULONG i = 0; i < ARRAYSIZE(Clients); i++) {
        if (Clients[i] == NULL)
            break;
#endif
        if (Clients[i] &&
            NmrDeregisterClient(Clients[i]) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Clients[i]);
    }
}
// STARTS_LATE: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-registered]
// STOPS_EARLY: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-registered]
// LEAVES_EARLY: :[[#@LINE-3]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    for (ULONG i = 0; i < ARRAYSIZE(Clients); i++)
        NmrRegisterClient(&ClientCharacteristics, NULL, &Clients[i]);
    return STATUS_SUCCESS;
}
