// The names of an enumeration are numbers that count on.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

enum step { Start = 3, Middle, End, Beyond = End + 2 };

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
#ifdef FAULT
    enum step step = (enum step)6;
#else
    enum step step = (enum step)7;
#endif

    UNREFERENCED_PARAMETER(Driver);
    NmrDeregisterClient(Client);
    if (step == Beyond)
        NmrWaitForClientDeregisterComplete(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
