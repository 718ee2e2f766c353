// new and delete where the bodies of the operators are nowhere.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

class Allocator;

void *__cdecl operator new(size_t size, Allocator &allocator);
void *__cdecl operator new[](size_t size, Allocator &allocator);
void __cdecl operator delete(void *memory);
void __cdecl operator delete[](void *memory);
Allocator &TheAllocator();

struct Module {
    HANDLE handle;
    ULONG *counts;
};

static Module *TheModule;

static void stop()
{
    if (TheModule == nullptr)
        return;
#ifndef FAULT
    if (NmrDeregisterClient(TheModule->handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(TheModule->handle);
#endif
    delete[] TheModule->counts;
    delete TheModule; // FAULT: :[[#@LINE]]:5: error: {{.*}} lost in 'stop', and it is still registered [nmr/handle-lost]
    TheModule = nullptr;
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop();
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING)
{
    Driver->DriverUnload = DriverUnload;
    Module *module = new (TheAllocator()) Module;
    if (module == nullptr)
        return STATUS_INSUFFICIENT_RESOURCES;
    module->counts = new (TheAllocator()) ULONG[4];
    if (module->counts == nullptr ||
        !NT_SUCCESS(NmrRegisterClient(&ClientCharacteristics, module,
                                      &module->handle))) {
        delete[] module->counts;
        delete module;
        return STATUS_UNSUCCESSFUL;
    }
    TheModule = module;
    return STATUS_SUCCESS;
}
