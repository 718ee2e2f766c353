// A destructor does not run where a run stops the system.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

struct Logger {
    ~Logger() { DbgPrint("left\n"); }
};

VOID DriverUnload(PDRIVER_OBJECT)
{
    Logger logger;

    if (NmrDeregisterClient(Client) == STATUS_PENDING)
#ifdef FAULT
        return; // FAULT: :[[#@LINE]]:9: error: {{.*}} [nmr/unload-returns-pending]
#else
        KeBugCheck(MANUALLY_INITIATED_CRASH);
#endif
}
