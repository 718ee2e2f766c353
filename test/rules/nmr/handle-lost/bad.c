// RUN: %fault BAD_REGISTERED_OVER_IT
// RUN: %fault BAD_SET_TO_NULL
// RUN: %fault BAD_STRUCTURE_OVERWRITTEN
// RUN: %fault BAD_FREED
// RUN: %fault BAD_LOCAL_ENDS
#include "../../../Inputs/nmr.h"

struct module {
    ULONG users;
    HANDLE handle;
};

static struct module Module;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Module.handle &&
        NmrDeregisterClient(Module.handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Module.handle);
}

static NTSTATUS start(HANDLE *Handle)
{
    return NmrRegisterClient(&ClientCharacteristics, NULL, Handle);
}

static NTSTATUS on_close(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
#if defined(BAD_SET_TO_NULL)
    Module.handle = NULL;
    // BAD_SET_TO_NULL: :[[#@LINE-1]]:5: error: the last handle of the client registration in 'Module.handle' is lost in 'on_close', and it is still registered [nmr/handle-lost]
#elif defined(BAD_STRUCTURE_OVERWRITTEN)
    const struct module empty = { 0 };

    Module = empty;
    // BAD_STRUCTURE_OVERWRITTEN: :[[#@LINE-1]]:5: error: {{.*}} 'Module.handle' {{.*}} is still registered [nmr/handle-lost]
#elif defined(BAD_REGISTERED_OVER_IT)
    NmrRegisterClient(&ClientCharacteristics, NULL, &Module.handle);
    // Twice: the first one, and that of the time before.
    // BAD_REGISTERED_OVER_IT-COUNT-2: :[[#@LINE-2]]:5: error: {{.*}} 'Module.handle' {{.*}} is still registered [nmr/handle-lost]
#elif defined(BAD_LOCAL_ENDS)
    HANDLE handle;

    NmrRegisterClient(&ClientCharacteristics, NULL, &handle);
    // BAD_LOCAL_ENDS: :[[#@LINE+11]]:5: error: {{.*}} 'handle' is lost in 'on_close', {{.*}} still registered [nmr/handle-lost]
#elif defined(BAD_FREED)
    struct module *other = ExAllocatePoolWithTag(NonPagedPoolNx,
                                                 sizeof(*other), 'tseT');

    if (other != NULL) {
        NmrRegisterClient(&ClientCharacteristics, NULL, &other->handle);
        ExFreePoolWithTag(other, 'tseT');
        // BAD_FREED: :[[#@LINE-1]]:9: error: {{.*}} '{{.*}}->handle' {{.*}} is still registered [nmr/handle-lost]
    }
#endif
    return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Driver->MajorFunction[IRP_MJ_CLOSE] = on_close;
    return start(&Module.handle);
}
