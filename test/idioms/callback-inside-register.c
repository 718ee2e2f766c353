// Attach runs inside the registering call and sets a field of the zeroed
// context; both answers of the test after it can happen. The faulty twin frees
// the registered context when nobody attached.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault BAD_LATER
#include <ntddk.h>
#include <netioddk.h>

struct extension {
    NPI_CLIENT_CHARACTERISTICS Characteristics;
    NPI_MODULEID ModuleId;
    HANDLE Handle;
    BOOLEAN Attached;
};

static struct extension *Extension;
static const NPIID Npi = { 1, 2, 3, { 4, 5, 6, 7, 8, 9, 10, 11 } };

static NTSTATUS Attach(HANDLE Binding, PVOID Context,
    PNPI_REGISTRATION_INSTANCE Instance)
{
    static const ULONG Dispatch = 1;
    struct extension *Mine = Context;
    const VOID *ProviderDispatch;
    PVOID ProviderContext;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(Instance);
    Status = NmrClientAttachProvider(Binding, Mine, &Dispatch, &ProviderContext,
        &ProviderDispatch);
    Mine->Attached = NT_SUCCESS(Status);
    return Status;
}

static NTSTATUS Detach(PVOID BindingContext)
{
    UNREFERENCED_PARAMETER(BindingContext);
    return STATUS_SUCCESS;
}

static void Unload(struct extension *Mine)
{
    if (Mine == NULL)
        return;
#ifdef BAD_LATER
    NmrDeregisterClient(Mine->Handle);
#else
    if (NmrDeregisterClient(Mine->Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Mine->Handle);
#endif
    ExFreePoolWithTag(Mine, 'txE ');
}

static NTSTATUS Load(struct extension **Out)
{
    struct extension *Mine;
    NTSTATUS Status;

    Mine = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*Mine), 'txE ');
    if (Mine == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    RtlZeroMemory(Mine, sizeof(*Mine));
    Mine->ModuleId.Length = sizeof(Mine->ModuleId);
    Mine->ModuleId.Type = MIT_GUID;
    Mine->Characteristics.Length = sizeof(Mine->Characteristics);
    Mine->Characteristics.ClientAttachProvider = Attach;
    Mine->Characteristics.ClientDetachProvider = Detach;
    Mine->Characteristics.ClientRegistrationInstance.Size =
        sizeof(NPI_REGISTRATION_INSTANCE);
    Mine->Characteristics.ClientRegistrationInstance.NpiId = (PNPIID)&Npi;
    Mine->Characteristics.ClientRegistrationInstance.ModuleId = &Mine->ModuleId;
    Status = NmrRegisterClient(&Mine->Characteristics, Mine, &Mine->Handle);
    if (!NT_SUCCESS(Status)) {
        ExFreePoolWithTag(Mine, 'txE ');
        return Status;
    }
    if (!Mine->Attached) {
#ifdef BAD
        ExFreePoolWithTag(Mine, 'txE ');
        // BAD: :[[#@LINE-1]]:9: error: {{.*}} [nmr/handle-lost]
#else
        Unload(Mine);
#endif
        return STATUS_NOINTERFACE;
    }
    *Out = Mine;
    return STATUS_SUCCESS;
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    Unload(Extension);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    return Load(&Extension);
    // BAD_LATER: :[[#@LINE-1]]:5: error: {{.*}} [nmr/entry-fails-registered]
}
