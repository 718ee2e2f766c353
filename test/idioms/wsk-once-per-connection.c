// One global WSK_REGISTRATION, registered again by every connection and
// deregistered once; right with a flag.
// RUN: %right OK
#include <ntddk.h>
#include <wsk.h>

static const WSK_CLIENT_DISPATCH Dispatch = { MAKE_WSK_VERSION(1, 0), 0, NULL };
static WSK_CLIENT_NPI ClientNpi;
static WSK_REGISTRATION Registration;
static BOOLEAN Up;

static NTSTATUS SocketsUp(void)
{
    NTSTATUS Status;

    if (Up)
        return STATUS_SUCCESS;
    ClientNpi.Dispatch = &Dispatch;
    Status = WskRegister(&ClientNpi, &Registration);
    if (NT_SUCCESS(Status))
        Up = TRUE;
    return Status;
}

static NTSTATUS Connect(PDEVICE_OBJECT Device, PIRP Irp)
{
    NTSTATUS Status = SocketsUp();

    UNREFERENCED_PARAMETER(Device);
    Irp->IoStatus.Status = Status;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    if (Up) {
        WskDeregister(&Registration);
        Up = FALSE;
    }
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_CREATE] = Connect;
    DriverObject->DriverUnload = DriverUnload;
    return STATUS_SUCCESS;
}
