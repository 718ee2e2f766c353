// A registration for each open file, kept in the file object's context.
// RUN: %right OK
#include "../Inputs/nmr.h"

struct context {
    HANDLE handle;
};

static NTSTATUS on_create(PDEVICE_OBJECT Device, PIRP Irp)
{
    PFILE_OBJECT file = IoGetCurrentIrpStackLocation(Irp)->FileObject;
    struct context *context;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Device);
    context = ExAllocatePoolZero(NonPagedPoolNx, sizeof(*context), 'tseT');
    if (context == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    status = NmrRegisterClient(&ClientCharacteristics, context,
                               &context->handle);
    if (!NT_SUCCESS(status)) {
        ExFreePool(context);
        return status;
    }
    file->FsContext = context;
    return STATUS_SUCCESS;
}

static NTSTATUS on_close(PDEVICE_OBJECT Device, PIRP Irp)
{
    PFILE_OBJECT file = IoGetCurrentIrpStackLocation(Irp)->FileObject;
    struct context *context = file->FsContext;

    UNREFERENCED_PARAMETER(Device);
    if (NmrDeregisterClient(context->handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(context->handle);
    ExFreePool(context);
    file->FsContext = NULL;
    return STATUS_SUCCESS;
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Driver->MajorFunction[IRP_MJ_CREATE] = on_create;
    Driver->MajorFunction[IRP_MJ_CLOSE] = on_close;
    return STATUS_SUCCESS;
}
