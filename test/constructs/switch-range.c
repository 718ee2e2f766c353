// A range of case labels holds both its ends and what lies between.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    switch (NmrDeregisterClient(Client)) {
#ifdef FAULT
    case 0x100 ... 0x102:
#else
    case 0x100 ... 0x103:
#endif
        NmrWaitForClientDeregisterComplete(Client);
    }
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
