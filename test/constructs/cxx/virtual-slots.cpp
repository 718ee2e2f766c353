// A virtual call is one of what stands in that place of the classes' tables,
// not of all that is virtual; and what nothing calls is no callback.
// RUN: %unloadcheck dump calls %s | FileCheck %s --check-prefix=CALLS
// RUN: %unloadcheck dump roots %s | FileCheck %s --check-prefix=ROOTS
#include <ntddk.h>

struct Service {
    virtual void Start() = 0;
    virtual void Stop() = 0;
    virtual void Pause() = 0;
};

struct First : Service {
    void Start() override;
    void Stop() override;
    void Pause() override;
};

struct Second : Service {
    void Start() override;
    void Stop() override;
    void Pause() override;
};

void First::Start() { }
void First::Stop() { }
void First::Pause() { }
void Second::Start() { }
void Second::Stop() { }
void Second::Pause() { }

static First OfFirst;
static Second OfSecond;
static Service *Services[2];

// CALLS-LABEL: Unload
// CALLS-NEXT: [[#@LINE+4]]:5 pointer to First::Stop Second::Stop{{$}}
VOID Unload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    Services[0]->Stop();
}

// ROOTS-NOT: Pause
extern "C" NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject,
    PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = Unload;
    Services[0] = &OfFirst;
    Services[1] = &OfSecond;
    return STATUS_SUCCESS;
}
