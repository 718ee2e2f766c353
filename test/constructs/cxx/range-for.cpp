// A range-based for visits every element.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT)
{
    HANDLE handles[] = { Client };

    for (HANDLE handle : handles) {
        NmrDeregisterClient(handle);
#ifndef FAULT
        NmrWaitForClientDeregisterComplete(handle);
#endif
    }
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
