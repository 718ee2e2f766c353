// RUN: %fault BAD_REGISTERED_OVER_IT
// RUN: %fault BAD_WRITTEN_OVER
// RUN: %fault BAD_STRUCTURE_OVERWRITTEN
// RUN: %fault BAD_FREED
// RUN: %fault BAD_FREED_WHILE_CAPTURED
// RUN: %fault BAD_LOCAL_ENDS
#include "../../../Inputs/wsk.h"

struct module {
    ULONG users;
    WSK_REGISTRATION registration;
};

static struct module *Module;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Module != NULL) {
        WskDeregister(&Module->registration);
        ExFreePool(Module);
    }
}

static NTSTATUS on_close(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
#if defined(BAD_REGISTERED_OVER_IT)
    WskRegister(&ClientNpi, &Module->registration);
    // Twice: the first one, and that of the time before.
    // BAD_REGISTERED_OVER_IT-COUNT-2: :[[#@LINE-2]]:5: error: 'module->registration' is lost in 'on_close', and it is still registered [wsk/handle-lost]
#elif defined(BAD_WRITTEN_OVER)
    RtlZeroMemory(Module, sizeof(*Module));
    // BAD_WRITTEN_OVER: :[[#@LINE-1]]:5: error: {{.*}} is still registered [wsk/handle-lost]
#elif defined(BAD_STRUCTURE_OVERWRITTEN)
    const struct module empty = { 0 };

    *Module = empty;
    // BAD_STRUCTURE_OVERWRITTEN: :[[#@LINE-1]]:5: error: {{.*}} is still registered [wsk/handle-lost]
#elif defined(BAD_FREED)
    struct module *other = ExAllocatePoolWithTag(NonPagedPoolNx,
                                                 sizeof(*other), 'tseT');

    if (other != NULL) {
        WskRegister(&ClientNpi, &other->registration);
        ExFreePoolWithTag(other, 'tseT');
        // BAD_FREED: :[[#@LINE-1]]:9: error: {{.*}} in 'on_close', and it is still registered [wsk/handle-lost]
    }
#elif defined(BAD_LOCAL_ENDS)
    WSK_REGISTRATION local;

    WskRegister(&ClientNpi, &local);
    // BAD_LOCAL_ENDS: :[[#@LINE+2]]:5: error: 'local' is lost in 'on_close', {{.*}} still registered [wsk/handle-lost]
#endif
    return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Driver->MajorFunction[IRP_MJ_CLOSE] = on_close;
    Module = ExAllocatePoolZero(NonPagedPoolNx, sizeof(*Module), 'tseT');
    if (Module == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    status = WskRegister(&ClientNpi, &Module->registration);
    if (!NT_SUCCESS(status))
        ExFreePool(Module);
#ifdef BAD_FREED_WHILE_CAPTURED
    else if (NT_SUCCESS(WskCaptureProviderNPI(&Module->registration,
                                              WSK_NO_WAIT, &Npi))) {
        ExFreePool(Module);
        // BAD_FREED_WHILE_CAPTURED: :[[#@LINE-1]]:9: error: {{.*}} still has its provider NPI captured [wsk/handle-lost]
        Module = NULL;
    }
#endif
    return status;
}
