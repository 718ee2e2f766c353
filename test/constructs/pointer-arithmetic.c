// A pointer counts in elements; differences and comparisons do as well.
// RUN: %right RIGHT
// RUN: %fault FAULT
// RUN: %right LOOP
// RUN: %fault LOOP_FAULT
// RUN: %right DISTANCE
// RUN: %fault DISTANCE_FAULT
#include "../Inputs/client.h"

static HANDLE Handles[4];

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    HANDLE *slot = Handles;

    UNREFERENCED_PARAMETER(Driver);
    Handles[3] = Client;
#if defined(RIGHT)
    slot += 2;
    slot++;
#elif defined(FAULT)
    slot += 3;
    slot--;
#elif defined(LOOP)
    while (slot < Handles + 3)
        slot++;
#elif defined(LOOP_FAULT)
    while (slot < Handles + 2)
        slot++;
#elif defined(DISTANCE)
    slot = &Handles[1];
    slot = &Handles[slot - Handles] + 2;
#else
    slot = &Handles[1];
    slot = 1 + &Handles[slot - Handles];
#endif
    if (*slot)
        if (NmrDeregisterClient(*slot) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(slot[0]);
}
// FAULT: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-registered]
// LOOP_FAULT: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-registered]
// DISTANCE_FAULT: :[[#@LINE-3]]:1: error: {{.*}}returns-registered]
