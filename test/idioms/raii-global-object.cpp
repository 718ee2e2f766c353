// C++ object made with new in entry and deleted in unload; destructor
// deregisters and waits.
// RUN: %right OK -std=c++17
// RUN: %fault BAD -std=c++17
// RUN: %fault BAD_LEAK -std=c++17
#include <ntddk.h>
#include <netioddk.h>

void *operator new(size_t Size)
{
    return ExAllocatePool2(POOL_FLAG_NON_PAGED, Size, '++CC');
}

void operator delete(void *Memory, size_t)
{
    ExFreePoolWithTag(Memory, '++CC');
}

namespace sample {

static NTSTATUS Attach(HANDLE, PVOID, PNPI_REGISTRATION_INSTANCE)
{
    return STATUS_NOINTERFACE;
}

static NTSTATUS Detach(PVOID)
{
    return STATUS_SUCCESS;
}

static NPI_CLIENT_CHARACTERISTICS Client = { 0, sizeof(Client), Attach, Detach };

class NmrHolder {
public:
    NmrHolder() : m_Handle(nullptr)
    {
        m_Status = NmrRegisterClient(&Client, this, &m_Handle);
    }

    ~NmrHolder()
    {
        if (m_Handle == nullptr)
            return;
        const NTSTATUS Status = NmrDeregisterClient(m_Handle);
#ifdef BAD
        NT_ASSERT(Status == STATUS_SUCCESS);
#else
        if (Status == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(m_Handle);
#endif
    }

    NTSTATUS Status() const { return m_Status; }

private:
    HANDLE m_Handle;
    NTSTATUS m_Status;
};

static NmrHolder *Holder;

} // namespace sample

extern "C" VOID DriverUnload(PDRIVER_OBJECT)
{
#ifndef BAD_LEAK
    delete sample::Holder;
#endif
    sample::Holder = nullptr;
    // BAD_LEAK: :[[#@LINE-1]]:5: error: {{.*}} [nmr/handle-lost]
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

extern "C" NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING)
{
    auto *Holder = new sample::NmrHolder;

    if (Holder == nullptr)
        return STATUS_INSUFFICIENT_RESOURCES;
    if (!NT_SUCCESS(Holder->Status())) {
        const auto Status = Holder->Status();
        delete Holder;
        return Status;
    }
    sample::Holder = Holder;
    DriverObject->DriverUnload = DriverUnload;
    return STATUS_SUCCESS;
}
