// A run that stops the system ends there.
// RUN: %right BUG_CHECK
// RUN: %right FAST_FAIL
// RUN: %right RELEASE_ASSERT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

#define RELEASE_ASSERT_THAT(condition) \
    ((condition) ? (void)0 : (void)RtlFailFast(FAST_FAIL_INVALID_ARG))

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS status = NmrDeregisterClient(Client);

    UNREFERENCED_PARAMETER(Driver);
#if defined(BUG_CHECK)
    if (status == STATUS_PENDING)
        KeBugCheckEx(MANUALLY_INITIATED_CRASH, (ULONG_PTR)Client, 0, 0, 0);
#elif defined(FAST_FAIL)
    if (status == STATUS_PENDING)
        RtlFailFast(FAST_FAIL_INVALID_ARG);
#elif defined(RELEASE_ASSERT)
    RELEASE_ASSERT_THAT(status == STATUS_SUCCESS);
#else
    if (status == STATUS_PENDING)
        DbgBreakPoint();
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
