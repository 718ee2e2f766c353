// x op= y is x = x op y.
// RUN: %right BITS
// RUN: %fault BITS_FAULT
// RUN: %right SUM
// RUN: %fault SUM_FAULT
// RUN: %right SHIFT
// RUN: %fault SHIFT_FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    ULONG flags = 0x10;

    UNREFERENCED_PARAMETER(Driver);
#if defined(BITS)
    flags |= 1;
    flags &= ~0x10u;
    if (flags == 1)
#elif defined(BITS_FAULT)
    flags |= 1;
    flags &= ~0x1u;
    if (flags == 1)
#elif defined(SUM)
    flags += 4;
    flags -= 0x13;
    if (flags == 1)
#elif defined(SUM_FAULT)
    flags += 4;
    flags -= 0x14;
    if (flags == 1)
#elif defined(SHIFT)
    flags <<= 2;
    flags >>= 6;
    if (flags == 1)
#else
    flags <<= 2;
    flags >>= 5;
    if (flags == 1)
#endif
        if (NmrDeregisterClient(Client) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Client);
}
// BITS_FAULT: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-registered]
// SUM_FAULT: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-registered]
// SHIFT_FAULT: :[[#@LINE-3]]:1: error: {{.*}} [nmr/unload-returns-registered]
