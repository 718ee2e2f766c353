// RUN: %fault BAD_IGNORES_STATUS
// RUN: %fault BAD_ASKS_FOR_FAILURE
// RUN: %fault BAD_ASKS_FOR_SUCCESS
// RUN: %fault BAD_STATUS_OVERWRITTEN
// RUN: %fault BAD_WAITS_IN_ASSERT
#include "../../../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS status = NmrDeregisterClient(Client);

    UNREFERENCED_PARAMETER(Driver);
#if defined(BAD_IGNORES_STATUS)
    DbgPrint("%x\n", status);
#elif defined(BAD_ASKS_FOR_FAILURE)
    if (!NT_SUCCESS(status))
        NmrWaitForClientDeregisterComplete(Client);
#elif defined(BAD_ASKS_FOR_SUCCESS)
    if (status == STATUS_SUCCESS)
        NmrWaitForClientDeregisterComplete(Client);
#elif defined(BAD_STATUS_OVERWRITTEN)
    status = STATUS_SUCCESS;
    if (status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
#elif defined(BAD_WAITS_IN_ASSERT)
    NT_ASSERT(NmrWaitForClientDeregisterComplete(Client) == status);
#endif
}
// BAD_IGNORES_STATUS: :[[#@LINE-1]]:1: error: 'Client' has not finished deregistering when 'DriverUnload' returns [nmr/unload-returns-pending]
// BAD_ASKS_FOR_FAILURE: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_ASKS_FOR_SUCCESS: :[[#@LINE-3]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_STATUS_OVERWRITTEN: :[[#@LINE-4]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_WAITS_IN_ASSERT: :[[#@LINE-5]]:1: error: {{.*}} [nmr/unload-returns-pending]
