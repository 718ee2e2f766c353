// Every spelling of the test on the deregistration status.
// RUN: %right OK
// RUN: %right ALWAYS
// RUN: %right BRACES
// RUN: %right ELSE_ASSERT
// RUN: %right ELSE_LOG
// RUN: %right NESTED
// RUN: %right ASKS_NT_SUCCESS
// RUN: %right SWITCH
// RUN: %fault BAD_COMMENT
// RUN: %fault BAD_EARLY
// RUN: %fault BAD_IGNORED
// RUN: %fault BAD_INVERTED
// RUN: %fault BAD_LOG_ONLY
// RUN: %fault BAD_NOTHING
// RUN: %fault BAD_NOT_PENDING
// RUN: %fault BAD_OVERWRITE
// RUN: %fault BAD_SUCCESS
// RUN: %fault BAD_WAIT_FIRST
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

static HANDLE ClientHandle;

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(DriverObject);
#if defined(ALWAYS)
    Status = NmrDeregisterClient(ClientHandle);
    NmrWaitForClientDeregisterComplete(ClientHandle);
#elif defined(BRACES)
    Status = NmrDeregisterClient(ClientHandle);
    if (STATUS_PENDING == Status) {
        // Bindings are still there; wait for them.
        Status = NmrWaitForClientDeregisterComplete(ClientHandle);
    }
#elif defined(ELSE_ASSERT)
    Status = NmrDeregisterClient(ClientHandle);
    if (Status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
    else
        NT_ASSERT(Status == STATUS_SUCCESS);
#elif defined(ELSE_LOG)
    Status = NmrDeregisterClient(ClientHandle);
    if (Status == STATUS_PENDING) {
        NmrWaitForClientDeregisterComplete(ClientHandle);
    } else if (!NT_SUCCESS(Status)) {
        DbgPrint("deregister: 0x%x\n", Status);
    }
#elif defined(NESTED)
    Status = STATUS_SUCCESS;
    if (NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
        Status = NmrWaitForClientDeregisterComplete(ClientHandle);
#elif defined(ASKS_NT_SUCCESS)
    Status = NmrDeregisterClient(ClientHandle);
    if (NT_SUCCESS(Status))
        NmrWaitForClientDeregisterComplete(ClientHandle);
#elif defined(SWITCH)
    Status = NmrDeregisterClient(ClientHandle);
    switch (Status) {
    case STATUS_PENDING:
        NmrWaitForClientDeregisterComplete(ClientHandle);
        /* fall through */
    case STATUS_SUCCESS:
        ClientHandle = NULL;
        break;
    default:
        break;
    }
#elif defined(BAD_COMMENT)
    Status = NmrDeregisterClient(ClientHandle);
    /* if (Status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle); */
#elif defined(BAD_EARLY)
    if (DriverObject->DeviceObject == NULL)
        return;
        // BAD_EARLY: :[[#@LINE-1]]:9: error: {{.*}} [nmr/unload-returns-registered]
    Status = NmrDeregisterClient(ClientHandle);
    if (Status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
#elif defined(BAD_IGNORED)
    Status = STATUS_SUCCESS;
    (void)NmrDeregisterClient(ClientHandle);
#elif defined(BAD_INVERTED)
    Status = NmrDeregisterClient(ClientHandle);
    if (Status != STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
#elif defined(BAD_LOG_ONLY)
    Status = NmrDeregisterClient(ClientHandle);
    if (!NT_SUCCESS(Status))
        DbgPrint("deregister: 0x%x\n", Status);
#elif defined(BAD_NOTHING)
    Status = STATUS_SUCCESS;
#elif defined(BAD_NOT_PENDING)
    Status = NmrDeregisterClient(ClientHandle);
    if (!NT_SUCCESS(Status))
        NmrWaitForClientDeregisterComplete(ClientHandle);
#elif defined(BAD_OVERWRITE)
    Status = NmrDeregisterClient(ClientHandle);
    Status = STATUS_SUCCESS;
    if (Status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
#elif defined(BAD_SUCCESS)
    Status = NmrDeregisterClient(ClientHandle);
    if (Status == STATUS_SUCCESS)
        NmrWaitForClientDeregisterComplete(ClientHandle);
#elif defined(BAD_WAIT_FIRST)
    NmrWaitForClientDeregisterComplete(ClientHandle);
    // BAD_WAIT_FIRST: :[[#@LINE-1]]:5: error: {{.*}} [nmr/wait-without-deregister]
    Status = NmrDeregisterClient(ClientHandle);
#else
    Status = NmrDeregisterClient(ClientHandle);
    if (Status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
#endif
}
// BAD_COMMENT: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_IGNORED: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_INVERTED: :[[#@LINE-3]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_LOG_ONLY: :[[#@LINE-4]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_NOTHING: :[[#@LINE-5]]:1: error: {{.*}} [nmr/unload-returns-registered]
// BAD_NOT_PENDING: :[[#@LINE-6]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_OVERWRITE: :[[#@LINE-7]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_SUCCESS: :[[#@LINE-8]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_WAIT_FIRST: :[[#@LINE-9]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Client, NULL, &ClientHandle);
}
