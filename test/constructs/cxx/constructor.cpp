// A constructor runs where the object is made; its members come first, then
// its body.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

class Stopper {
  public:
#ifdef FAULT
    explicit Stopper(HANDLE h) : handle_(h), pending_(false)
#else
    explicit Stopper(HANDLE h)
        : handle_(h), pending_(NmrDeregisterClient(h) == STATUS_PENDING)
#endif
    {
        if (pending_)
            NmrWaitForClientDeregisterComplete(handle_);
    }

  private:
    HANDLE handle_;
    bool pending_;
};

VOID DriverUnload(PDRIVER_OBJECT)
{
    Stopper stopper(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]
