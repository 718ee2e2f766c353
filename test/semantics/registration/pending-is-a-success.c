// STATUS_PENDING is 0x103, so NT_SUCCESS is true for it, NT_ERROR is not, and
// it is not zero.
// RUN: %right NT_SUCCESS_IS_TRUE
// RUN: %fault NT_ERROR_IS_FALSE
// RUN: %fault NEGATIVE_IS_FALSE
// RUN: %right POSITIVE_IS_TRUE
// RUN: %right NUMBER
// RUN: %fault OTHER_NUMBER
// RUN: %fault IS_ZERO
#include "../../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS status = NmrDeregisterClient(Client);

    UNREFERENCED_PARAMETER(Driver);
#if defined(NT_SUCCESS_IS_TRUE)
    if (NT_SUCCESS(status))
#elif defined(NT_ERROR_IS_FALSE)
    if (NT_ERROR(status))
#elif defined(NEGATIVE_IS_FALSE)
    if (status < 0)
#elif defined(POSITIVE_IS_TRUE)
    if (status > 0)
#elif defined(NUMBER)
    if (status == 0x103)
#elif defined(OTHER_NUMBER)
    if (status == 0x102)
#else
    if (!status)
#endif
        NmrWaitForClientDeregisterComplete(Client);
}
// NT_ERROR_IS_FALSE: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
// NEGATIVE_IS_FALSE: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]
// OTHER_NUMBER: :[[#@LINE-3]]:1: error: {{.*}} [nmr/unload-returns-pending]
// IS_ZERO: :[[#@LINE-4]]:1: error: {{.*}} [nmr/unload-returns-pending]
