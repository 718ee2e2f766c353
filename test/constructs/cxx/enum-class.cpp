// The states of an enum class are known constants.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

enum class State { Idle, Running };

static State Now = State::Idle;

VOID DriverUnload(PDRIVER_OBJECT)
{
#ifndef FAULT
    Now = State::Running;
#endif
    if (Now != State::Running)
        return; // FAULT: :[[#@LINE]]:9: error: {{.*}} [nmr/unload-returns-registered]
    NmrDeregisterClient(Client);
    NmrWaitForClientDeregisterComplete(Client);
}
