// A holder takes its registration back when it ends, unless it was released.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

class Holder {
  public:
    explicit Holder(HANDLE handle) : handle_(handle) {}
    Holder(const Holder &) = delete;
    Holder &operator=(const Holder &) = delete;

    ~Holder()
    {
        if (handle_ && NmrDeregisterClient(handle_) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(handle_);
    }

    HANDLE release()
    {
        HANDLE handle = handle_;

        handle_ = nullptr;
        return handle;
    }

  private:
    HANDLE handle_;
};

VOID DriverUnload(PDRIVER_OBJECT)
{
    Holder holder(Client);

#ifdef FAULT
    Client = holder.release();
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]
