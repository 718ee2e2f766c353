// new makes an object and runs its constructor, delete its destructor.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

void *__cdecl operator new(size_t size)
{
    return ExAllocatePoolWithTag(NonPagedPoolNx, size, 'tseT');
}

void __cdecl operator delete(void *memory)
{
    if (memory != nullptr)
        ExFreePoolWithTag(memory, 'tseT');
}

void __cdecl operator delete(void *memory, size_t)
{
    operator delete(memory);
}

class Module {
  public:
    NTSTATUS start()
    {
        return NmrRegisterClient(&ClientCharacteristics, this, &handle_);
    }

    ~Module()
    {
        if (handle_ != nullptr &&
            NmrDeregisterClient(handle_) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(handle_);
    }

  private:
    HANDLE handle_ = nullptr;
};

static Module *TheModule;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
#ifdef FAULT
    if (Driver->DeviceObject == nullptr)
        return; // FAULT: :[[#@LINE]]:9: error: {{.*}} [nmr/unload-returns-registered]
#endif
    UNREFERENCED_PARAMETER(Driver);
    delete TheModule;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING)
{
    Driver->DriverUnload = DriverUnload;
    TheModule = new Module;
    if (TheModule == nullptr)
        return STATUS_INSUFFICIENT_RESOURCES;
    NTSTATUS status = TheModule->start();
    if (!NT_SUCCESS(status))
        delete TheModule;
    return status;
}
