// After a function of the driver's own that does not return comes nothing.
// RUN: %right BODY
// RUN: %right DECLARED
// RUN: %right LOOP
// RUN: %fault FAULT
#include "../Inputs/client.h"

#if defined(DECLARED)
__declspec(noreturn) VOID stop_here(NTSTATUS Status);
#elif defined(BODY)
static VOID stop_here(NTSTATUS Status)
{
    KeBugCheckEx(MANUALLY_INITIATED_CRASH, (ULONG_PTR)Status, 0, 0, 0);
}
#elif defined(LOOP)
static VOID stop_here(NTSTATUS Status)
{
    for (;;)
        DbgPrint("%x\n", Status);
}
#else
static VOID stop_here(NTSTATUS Status)
{
    DbgPrint("%x\n", Status);
}
#endif

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS status = NmrDeregisterClient(Client);

    UNREFERENCED_PARAMETER(Driver);
    if (status == STATUS_PENDING)
        stop_here(status);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
