// if and switch may begin with a declaration of their own.
// RUN: %right IF
// RUN: %fault IF_FAULT
// RUN: %right SWITCH_ON
// RUN: %fault SWITCH_FAULT
#include "../../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT)
{
#if defined(IF)
    if (NTSTATUS status = NmrDeregisterClient(Client); status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
#elif defined(IF_FAULT)
    if (NTSTATUS status = NmrDeregisterClient(Client); status == STATUS_SUCCESS)
        NmrWaitForClientDeregisterComplete(Client);
#elif defined(SWITCH_ON)
    switch (NTSTATUS status = NmrDeregisterClient(Client); status) {
    case STATUS_PENDING:
        NmrWaitForClientDeregisterComplete(Client);
    }
#else
    switch (NTSTATUS status = NmrDeregisterClient(Client); status) {
    case STATUS_SUCCESS:
        NmrWaitForClientDeregisterComplete(Client);
    }
#endif
}
// IF_FAULT: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
// SWITCH_FAULT: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]
