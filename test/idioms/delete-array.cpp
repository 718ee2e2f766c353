// An array of objects whose destructors deregister. `delete[]` ends as many as
// `new` made; the faulty twin forgets to.
// RUN: %right OK
// RUN: %fault BAD
#include <ntddk.h>
#include <netioddk.h>
#include "../Inputs/nmr.h"

void *operator new[](size_t Size)
{
    return ExAllocatePoolWithTag(NonPagedPoolNx, Size, 'yrrA');
}

void operator delete[](void *Memory)
{
    ExFreePoolWithTag(Memory, 'yrrA');
}

class Registration {
public:
    ~Registration()
    {
        if (Handle &&
            NmrDeregisterClient(Handle) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Handle);
    }
    NTSTATUS Register()
    {
        return NmrRegisterClient(&ClientCharacteristics, this, &Handle);
    }

private:
    HANDLE Handle = nullptr;
};

enum { Count = 3 };
static Registration *Registrations;

static NTSTATUS RegisterAll()
{
    for (ULONG i = 0; i < Count; i++) {
        NTSTATUS Status = Registrations[i].Register();
        if (!NT_SUCCESS(Status))
            return Status;
    }
    return STATUS_SUCCESS;
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifndef BAD
    delete[] Registrations;
#endif
} // BAD: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Registrations = new Registration[Count];
    if (!Registrations)
        return STATUS_NO_MEMORY;
    Status = RegisterAll();
    if (!NT_SUCCESS(Status))
        delete[] Registrations;
    return Status;
}
