// A function that stands in a header is followed like any other.
// RUN: %right RIGHT
// RUN: %fault FAULT
// RUN: not %unloadcheck %s -- -DFAULT | FileCheck %s --check-prefix=STORY
#include "../Inputs/client.h"
#include "Inputs/inline.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop_client(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
// STORY: inline.h:[[#]]:{{.*}} deregistration of 'Client' starts here
