// Unique holder with a deleter type, lambda wrapper called in place, `if` with
// initialiser, member of a global struct.
// RUN: %right OK -std=c++17
// RUN: %fault BAD -std=c++17
// RUN: %fault BAD_DELETER -std=c++17
#include <ntddk.h>
#include <netioddk.h>

static NTSTATUS Attach(HANDLE, PVOID, PNPI_REGISTRATION_INSTANCE)
{
    return STATUS_NOINTERFACE;
}

static NTSTATUS Detach(PVOID)
{
    return STATUS_SUCCESS;
}

static NPI_CLIENT_CHARACTERISTICS Client = { 0, sizeof(Client), Attach, Detach };

struct ClientDeleter {
    void operator()(HANDLE Handle) const
    {
#if defined(BAD)
        auto Stop = [](HANDLE Gone) {
            if (const auto Status = NmrDeregisterClient(Gone);
                Status == STATUS_SUCCESS)
                NmrWaitForClientDeregisterComplete(Gone);
        };
#elif defined(BAD_DELETER)
        auto Stop = [](HANDLE Gone) { NmrDeregisterClient(Gone); };
#else
        auto Stop = [](HANDLE Gone) {
            if (const auto Status = NmrDeregisterClient(Gone);
                Status == STATUS_PENDING)
                NmrWaitForClientDeregisterComplete(Gone);
        };
#endif
        Stop(Handle);
    }
};

template <typename Deleter> class unique {
public:
    void reset(HANDLE Handle = nullptr)
    {
        if (m_Handle)
            Deleter()(m_Handle);
        m_Handle = Handle;
    }
    HANDLE *put() { return &m_Handle; }
    HANDLE get() const { return m_Handle; }

private:
    HANDLE m_Handle;
};

static struct {
    ULONG Tag;
    unique<ClientDeleter> Handle;
} Globals;

extern "C" VOID DriverUnload(PDRIVER_OBJECT)
{
    Globals.Handle.reset();
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_DELETER: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]

extern "C" NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING)
{
    DriverObject->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Client, nullptr, Globals.Handle.put());
}
