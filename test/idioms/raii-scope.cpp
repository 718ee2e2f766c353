// A holder on the stack whose destructor runs at every way out of the scope;
// the faulty twin releases the handle on one way.
// RUN: %right OK -std=c++17
// RUN: %fault BAD -std=c++17
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

struct ScopedClient {
    HANDLE Handle = nullptr;

    ~ScopedClient()
    {
        if (Handle && NmrDeregisterClient(Handle) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Handle);
    }
    HANDLE *operator&() { return &Handle; }
    void Forget() { Handle = nullptr; }
    // BAD: :[[#@LINE-1]]:21: error: {{.*}} [nmr/handle-lost]
};

static NTSTATUS Probe(PDEVICE_OBJECT, PIRP Irp)
{
    ScopedClient Scoped;
    auto Status = NmrRegisterClient(&Client, nullptr, &Scoped);

    if (!NT_SUCCESS(Status))
        return Status;
    for (int i = 0; i < 3; i++) {
        if (Irp->Cancel) {
#ifdef BAD
            Scoped.Forget();
#endif
            return STATUS_CANCELLED;
        }
    }
    return STATUS_SUCCESS;
}

extern "C" VOID DriverUnload(PDRIVER_OBJECT)
{
}

extern "C" NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING)
{
    DriverObject->MajorFunction[IRP_MJ_CREATE] = Probe;
    DriverObject->DriverUnload = DriverUnload;
    return STATUS_SUCCESS;
}
