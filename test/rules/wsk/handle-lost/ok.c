// RUN: %right OK_REGISTERED_ANEW
// RUN: %right OK_WRITTEN_OVER_AFTERWARDS
// RUN: %right OK_OTHER_PART_WRITTEN
// RUN: %right OK_LOCAL_ENDS_AFTERWARDS
// RUN: %right OK_LISTED
// RUN: %right OK_GIVEN_ON
#include "../../../Inputs/wsk.h"

struct module {
    LIST_ENTRY link;
    ULONG users;
    WSK_REGISTRATION registration;
};

static struct module *Module;
static LIST_ENTRY All;

static VOID stop(struct module *Which)
{
    WskDeregister(&Which->registration);
    ExFreePool(Which);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#if defined(OK_LISTED)
    while (!IsListEmpty(&All))
        stop(CONTAINING_RECORD(RemoveHeadList(&All), struct module, link));
#else
    stop(Module);
#endif
}

static NTSTATUS on_close(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
#if defined(OK_REGISTERED_ANEW) || defined(OK_WRITTEN_OVER_AFTERWARDS)
    struct module *other = ExAllocatePoolWithTag(NonPagedPoolNx,
                                                 sizeof(*other), 'tseT');

    if (other == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    if (NT_SUCCESS(WskRegister(&ClientNpi, &other->registration)))
        WskDeregister(&other->registration);
#ifdef OK_REGISTERED_ANEW
    if (NT_SUCCESS(WskRegister(&ClientNpi, &other->registration)))
        WskDeregister(&other->registration);
#endif
    RtlZeroMemory(other, sizeof(*other));
    ExFreePool(other);
#elif defined(OK_OTHER_PART_WRITTEN)
    RtlZeroMemory(Module, FIELD_OFFSET(struct module, registration));
#elif defined(OK_LOCAL_ENDS_AFTERWARDS)
    WSK_REGISTRATION local;

    if (NT_SUCCESS(WskRegister(&ClientNpi, &local)))
        WskDeregister(&local);
#endif
    return STATUS_SUCCESS;
}

static NTSTATUS start(struct module **Made)
{
    struct module *module = ExAllocatePoolZero(NonPagedPoolNx,
                                               sizeof(*module), 'tseT');
    NTSTATUS status;

    if (module == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    status = WskRegister(&ClientNpi, &module->registration);
    if (!NT_SUCCESS(status)) {
        ExFreePool(module);
        return status;
    }
#ifdef OK_LISTED
    UNREFERENCED_PARAMETER(Made);
    InsertTailList(&All, &module->link);
#else
    *Made = module;
#endif
    return status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Driver->MajorFunction[IRP_MJ_CLOSE] = on_close;
    InitializeListHead(&All);
    return start(&Module);
}
