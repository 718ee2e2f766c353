// Assertions on the status; ASSERT/NT_ASSERT vanish in free builds, NT_VERIFY
// keeps the call, fail-fast never returns.
// RUN: %right OK
// RUN: %right BUG_CHECK
// RUN: %right FAIL_FAST
// RUN: %right VERIFY
// RUN: %fault BAD
// RUN: %fault BAD_FAIL_FAST
// RUN: %fault BAD_VANISHES
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

#define RELEASE_ASSERT(e)                                                     \
    do {                                                                      \
        if (!(e))                                                             \
            __fastfail(FAST_FAIL_FATAL_APP_EXIT);                             \
    } while (0)

static HANDLE ClientHandle;

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
#if defined(BUG_CHECK)
    NTSTATUS Status = NmrDeregisterClient(ClientHandle);
    if (Status == STATUS_PENDING)
        KeBugCheckEx(MANUALLY_INITIATED_CRASH, 0, 0, 0, 0);
#elif defined(FAIL_FAST)
    NTSTATUS Status = NmrDeregisterClient(ClientHandle);
    RELEASE_ASSERT(Status == STATUS_PENDING);
    NmrWaitForClientDeregisterComplete(ClientHandle);
#elif defined(VERIFY)
    NT_VERIFY(NmrDeregisterClient(ClientHandle) == STATUS_PENDING);
    NT_VERIFY(NT_SUCCESS(NmrWaitForClientDeregisterComplete(ClientHandle)));
#elif defined(BAD)
    NTSTATUS Status = NmrDeregisterClient(ClientHandle);
    NT_ASSERT(Status == STATUS_SUCCESS);
#elif defined(BAD_FAIL_FAST)
    NTSTATUS Status = NmrDeregisterClient(ClientHandle);
    RELEASE_ASSERT(NT_SUCCESS(Status));
#elif defined(BAD_VANISHES)
    NTSTATUS Status = NmrDeregisterClient(ClientHandle);
    UNREFERENCED_PARAMETER(Status);
    ASSERT(Status != STATUS_PENDING ||
        NmrWaitForClientDeregisterComplete(ClientHandle) == STATUS_SUCCESS);
#else
    NTSTATUS Status = NmrDeregisterClient(ClientHandle);
    ASSERT(Status == STATUS_PENDING);
    if (Status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
#endif
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_FAIL_FAST: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_VANISHES: :[[#@LINE-3]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Client, NULL, &ClientHandle);
}
