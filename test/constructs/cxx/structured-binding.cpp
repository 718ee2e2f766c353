// A structured binding names the parts of a copy, or of the object itself.
//
// RUN: %right COPY
// RUN: %right REFERENCE
// RUN: %right ARRAY
// RUN: %fault NO_WAIT
// RUN: %fault COPY_CLEARED
#include <ntddk.h>
#include <netioddk.h>

static NPI_CLIENT_CHARACTERISTICS Characteristics;

struct module {
    ULONG registered;
    HANDLE handle;
};

static module Module;
static ULONG Pair[2];

struct result {
    NTSTATUS status;
    HANDLE handle;
};

static result stop()
{
    return {NmrDeregisterClient(Module.handle), Module.handle};
}

static VOID DriverUnload(PDRIVER_OBJECT)
{
#if defined(COPY_CLEARED)
    auto [registered, handle] = Module;
    registered = 0;
#elif defined(REFERENCE)
    auto &[registered, handle] = Module;
    registered = 0;
#endif
#if defined(ARRAY)
    auto &[first, second] = Pair;
    second = 0;
    if (first != 0 && Pair[1] == 0) {
#elif defined(COPY_CLEARED)
    if (Module.registered == 0) {
#elif defined(REFERENCE)
    if (Module.registered == 0 && handle == Module.handle) {
#else
    {
#endif
        auto [status, stopped] = stop();
#ifndef NO_WAIT
        if (status == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(stopped);
#endif
    }
}
// NO_WAIT: :[[#@LINE-1]]:1: error: 'Module.handle' has not finished
// COPY_CLEARED: :[[#@LINE-2]]:1: error: 'Module.handle' is still registered

extern "C" NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING)
{
    Driver->DriverUnload = DriverUnload;
    NTSTATUS status =
        NmrRegisterClient(&Characteristics, nullptr, &Module.handle);
    if (NT_SUCCESS(status)) {
        Module.registered = 1;
        Pair[0] = Pair[1] = 1;
    }
    return status;
}
