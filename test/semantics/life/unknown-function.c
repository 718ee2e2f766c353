// A function whose body is nowhere may return anything of its type, and write
// what its pointer arguments reach, but nothing else of the driver's.
// RUN: %right KEEPS_GLOBALS
// RUN: %fault RETURNS_ANYTHING
// RUN: %fault WRITES_ARGUMENT
#include "../../Inputs/client.h"

static BOOLEAN Ready = TRUE;

BOOLEAN library_ask(VOID);
VOID library_fill(BOOLEAN *Answer);

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#if defined(KEEPS_GLOBALS)
    library_ask();
    if (!Ready)
#elif defined(RETURNS_ANYTHING)
    if (!library_ask())
#else
    library_fill(&Ready);
    if (!Ready)
#endif
        return;
    // RETURNS_ANYTHING: :[[#@LINE-1]]:9: error: {{.*}} [nmr/unload-returns-registered]
    // WRITES_ARGUMENT: :[[#@LINE-2]]:9: error: {{.*}} [nmr/unload-returns-registered]
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
}
