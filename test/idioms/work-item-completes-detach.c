// Detach callback returns STATUS_PENDING and a work item calls the completion
// function; the faulty twin's work item never does.
// RUN: %right OK
#include <ntddk.h>
#include <netioddk.h>

struct binding {
    HANDLE Binding;
    PIO_WORKITEM Work;
};

static HANDLE ClientHandle;
static struct binding Only;
static PDEVICE_OBJECT Device;

static const NPIID Npi = { 1, 2, 3, { 4, 5, 6, 7, 8, 9, 10, 11 } };
static const NPI_MODULEID Module = { sizeof(NPI_MODULEID), MIT_GUID,
    { { 2, 2, 3, { 4, 5, 6, 7, 8, 9, 10, 11 } } } };

static VOID FinishDetach(PDEVICE_OBJECT DeviceObject, PVOID Context)
{
    struct binding *Mine = Context;

    UNREFERENCED_PARAMETER(DeviceObject);
    NmrClientDetachProviderComplete(Mine->Binding);
}

static NTSTATUS AttachProvider(HANDLE Binding, PVOID Context,
    PNPI_REGISTRATION_INSTANCE Provider)
{
    static const ULONG Dispatch = 0;
    const VOID *ProviderDispatch;
    PVOID ProviderContext;

    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Provider);
    Only.Binding = Binding;
    return NmrClientAttachProvider(Binding, &Only, &Dispatch, &ProviderContext,
        &ProviderDispatch);
}

static NTSTATUS DetachProvider(PVOID BindingContext)
{
    struct binding *Mine = BindingContext;

    IoQueueWorkItem(Mine->Work, FinishDetach, DelayedWorkQueue, Mine);
    return STATUS_PENDING;
}

static const NPI_CLIENT_CHARACTERISTICS Client = {
    .Length = sizeof(NPI_CLIENT_CHARACTERISTICS),
    .ClientAttachProvider = AttachProvider,
    .ClientDetachProvider = DetachProvider,
    .ClientRegistrationInstance = { .Size = sizeof(NPI_REGISTRATION_INSTANCE),
        .NpiId = (PNPIID)&Npi, .ModuleId = (PNPI_MODULEID)&Module } };

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    if (NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
    IoFreeWorkItem(Only.Work);
    IoDeleteDevice(Device);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    Status = IoCreateDevice(DriverObject, 0, NULL, FILE_DEVICE_UNKNOWN, 0,
        FALSE, &Device);
    if (!NT_SUCCESS(Status))
        return Status;
    Only.Work = IoAllocateWorkItem(Device);
    if (Only.Work == NULL) {
        IoDeleteDevice(Device);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    Status = NmrRegisterClient(&Client, NULL, &ClientHandle);
    if (!NT_SUCCESS(Status)) {
        IoFreeWorkItem(Only.Work);
        IoDeleteDevice(Device);
    }
    return Status;
}
