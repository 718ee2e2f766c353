// Numbers wrap around, shift, divide and change their size as C says.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UCHAR small = 255;
    LONG negative = -7;
    ULONG big = 0x80000000u;

    UNREFERENCED_PARAMETER(Driver);
    small++;
    NmrDeregisterClient(Client);
#ifdef FAULT
    if (small == 256 || negative / 2 == -4 || (LONG)big > 0)
#else
    if (small == 0 && negative / 2 == -3 && negative % 2 == -1 &&
        (LONG)big < 0 && (big >> 31) == 1 && ~0u == 0xffffffff)
#endif
        NmrWaitForClientDeregisterComplete(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
