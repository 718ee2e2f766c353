// A move leaves the source as its constructor says.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

struct Holder {
    HANDLE handle;

    explicit Holder(HANDLE h) : handle(h) {}
    Holder(Holder &&other) : handle(other.handle)
    {
#ifndef FAULT
        other.handle = nullptr;
#endif
    }
    ~Holder()
    {
        if (handle == nullptr)
            return;
        if (NmrDeregisterClient(handle) == STATUS_PENDING)
            // FAULT: :[[#@LINE-1]]:13: error: {{.*}} [nmr/deregister-unregistered]
            NmrWaitForClientDeregisterComplete(handle);
    }
};

VOID DriverUnload(PDRIVER_OBJECT)
{
    Holder first(Client);
    Holder second(static_cast<Holder &&>(first));
}
