// A destructor runs at every way out of the scope: at its end, by return, by
// break, and by goto.
// RUN: %right END
// RUN: %right RETURN
// RUN: %right BREAK
// RUN: %right GOTO
// RUN: %fault FAULT
// RUN: %fault NO_OBJECT
#include "../../Inputs/client.h"

struct Waiter {
    HANDLE handle;

    explicit Waiter(HANDLE h) : handle(h) {}
    ~Waiter()
    {
#ifndef FAULT
        NmrWaitForClientDeregisterComplete(handle);
#endif
    }
};

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    for (int turn = 0; turn < 1; turn++) {
#ifndef NO_OBJECT
        Waiter waiter(Client);
#endif

        NmrDeregisterClient(Client);
#if defined(RETURN)
        if (Driver != nullptr)
            return;
#elif defined(BREAK)
        break;
#elif defined(GOTO)
        goto Done;
#endif
    }
#ifdef GOTO
Done:
    DbgPrint("gone\n");
#endif
    UNREFERENCED_PARAMETER(Driver);
}
// FAULT: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
// NO_OBJECT: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]
