// Two flags, one for the registration and one for the captured NPI, guard the
// wrong call in the destructor; object optional, made by an I/O control.
// RUN: %right OK -std=c++17
// RUN: %fault BAD -std=c++17
#include <ntddk.h>
#include <wsk.h>

void *operator new(size_t Size)
{
    return ExAllocatePool2(POOL_FLAG_NON_PAGED, Size, '++CC');
}

void operator delete(void *Memory, size_t)
{
    ExFreePoolWithTag(Memory, '++CC');
}

static const WSK_CLIENT_DISPATCH Dispatch = { MAKE_WSK_VERSION(1, 0), 0, nullptr };

class Transport {
public:
    NTSTATUS Open()
    {
        WSK_CLIENT_NPI Npi = { nullptr, &Dispatch };
        NTSTATUS Status = WskRegister(&Npi, &m_Registration);
        if (!NT_SUCCESS(Status))
            return Status;
        m_Registered = true;
        Status = WskCaptureProviderNPI(&m_Registration, WSK_NO_WAIT, &m_Provider);
        m_Captured = NT_SUCCESS(Status);
        return Status;
    }

    ~Transport()
    {
        if (m_Captured)
#ifdef BAD
            WskDeregister(&m_Registration);
            // BAD: :[[#@LINE-1]]:13: error: {{.*}} [wsk/deregister-while-captured]
        if (m_Registered)
            WskReleaseProviderNPI(&m_Registration);
#else
            WskReleaseProviderNPI(&m_Registration);
        if (m_Registered)
            WskDeregister(&m_Registration);
#endif
    } // BAD: :[[#@LINE]]:5: error: {{.*}} still registered [wsk/handle-lost]

private:
    bool m_Registered = false;
    bool m_Captured = false;
    WSK_REGISTRATION m_Registration;
    WSK_PROVIDER_NPI m_Provider;
};

static Transport *Only;

extern "C" VOID DriverUnload(PDRIVER_OBJECT)
{
    if (Only)
        delete Only;
}

extern "C" NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING)
{
    DriverObject->DriverUnload = DriverUnload;
    Only = new Transport;
    if (!Only)
        return STATUS_INSUFFICIENT_RESOURCES;
    NTSTATUS Status = Only->Open();
    if (!NT_SUCCESS(Status)) {
        delete Only;
        Only = nullptr;
    }
    return Status;
}
