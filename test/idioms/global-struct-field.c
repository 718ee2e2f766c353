// Handle is a field of a global structure, reached through an alias; bad_zeroed
// clears the structure first.
// RUN: %right OK
// RUN: %right ALIAS
// RUN: %fault BAD
// RUN: %fault BAD_OTHER
// RUN: %fault BAD_ZEROED
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

struct nmr_state {
    HANDLE Handle;
    LONG Calls;
};
static struct global_state {
    ULONG Tag;
    struct nmr_state First;
    struct nmr_state Second;
} Globals;

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    struct nmr_state *State = &Globals.First;

    UNREFERENCED_PARAMETER(DriverObject);
#if defined(ALIAS)
    if (NmrDeregisterClient(State->Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(State->Handle);
#elif defined(BAD)
    NmrDeregisterClient(State->Handle);
    State->Handle = NULL;
#elif defined(BAD_OTHER)
    State = &Globals.Second;
    if (State->Handle == NULL)
        return;
        // BAD_OTHER: :[[#@LINE-1]]:9: error: {{.*}} [nmr/unload-returns-registered]
    if (NmrDeregisterClient(State->Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(State->Handle);
#elif defined(BAD_ZEROED)
    RtlZeroMemory(&Globals, sizeof(Globals));
    // BAD_ZEROED: :[[#@LINE-1]]:5: error: {{.*}} [nmr/handle-lost]
    if (State->Handle == NULL)
        return;
    if (NmrDeregisterClient(State->Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(State->Handle);
#else
    if (NmrDeregisterClient(Globals.First.Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Globals.First.Handle);
    State->Handle = NULL;
#endif
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Client, &Globals, &Globals.First.Handle);
}
