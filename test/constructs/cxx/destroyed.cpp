// What an object held is gone with it, whoever gave the memory.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

void *library_allocate(size_t size);
void library_free(void *memory);

inline void *__cdecl operator new(size_t, void *memory)
{
    return memory;
}

class Module {
  public:
    NTSTATUS start()
    {
        return NmrRegisterClient(&ClientCharacteristics, this, &handle_);
    }

    virtual ~Module()
    {
#ifndef FAULT
        stop();
#endif
    } // FAULT: :[[#@LINE]]:5: error: {{.*}} lost in 'Module::~Module', and it is still registered [nmr/handle-lost]

    void stop()
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
    UNREFERENCED_PARAMETER(Driver);
    TheModule->~Module();
    library_free(TheModule);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING)
{
    Driver->DriverUnload = DriverUnload;
    void *memory = library_allocate(sizeof(Module));
    if (memory == nullptr)
        return STATUS_INSUFFICIENT_RESOURCES;
    TheModule = new (memory) Module;
    return TheModule->start();
}
