// Object with a state field: attach registers outside the lock and undoes
// everything when no provider attached; detach only from the attached state;
// the free callback assumes it.
// RUN: %right OK
// RUN: %fault BAD
#include <ntddk.h>
#include <netioddk.h>

enum link_state { LINK_INITIAL, LINK_ATTACHING, LINK_ATTACHED, LINK_DETACHING, LINK_DETACHED };

struct link {
    EX_SPIN_LOCK Lock;
    enum link_state State;
    HANDLE Handle;
    BOOLEAN Provider;
};
static struct link Link;

static NTSTATUS OnAttach(HANDLE Binding, PVOID Context,
    PNPI_REGISTRATION_INSTANCE Instance)
{
    UNREFERENCED_PARAMETER(Binding);
    UNREFERENCED_PARAMETER(Instance);
    ((struct link *)Context)->Provider = TRUE;
    return STATUS_SUCCESS;
}

static NTSTATUS OnDetach(PVOID Context)
{
    ((struct link *)Context)->Provider = FALSE;
    return STATUS_SUCCESS;
}

static const NPI_CLIENT_CHARACTERISTICS Client = {
    .Length = sizeof(Client),
    .ClientAttachProvider = OnAttach,
    .ClientDetachProvider = OnDetach };

static void SetState(struct link *Mine, enum link_state State)
{
    switch (State) {
    case LINK_ATTACHING:
        NT_ASSERT(Mine->State == LINK_INITIAL);
        break;
    case LINK_DETACHED:
        NT_ASSERT(Mine->State == LINK_DETACHING);
        break;
    default:
        break;
    }
    Mine->State = State;
}

static void Unlink(struct link *Mine)
{
    NTSTATUS Status = NmrDeregisterClient(Mine->Handle);

#ifndef BAD
    if (Status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Mine->Handle);
    else
#endif
        NT_ASSERT(Status == STATUS_SUCCESS);
    Mine->Handle = NULL;
    // BAD: :[[#@LINE-1]]:5: error: {{.*}} [nmr/handle-lost]
}

static NTSTATUS Attach(struct link *Mine)
{
    NTSTATUS Status = STATUS_SUCCESS;
    KIRQL Irql = ExAcquireSpinLockExclusive(&Mine->Lock);
    BOOLEAN Held = TRUE;

    if (Mine->State != LINK_INITIAL) {
        Status = STATUS_INVALID_PARAMETER;
        goto Done;
    }
    SetState(Mine, LINK_ATTACHING);
    ExReleaseSpinLockExclusive(&Mine->Lock, Irql);
    Held = FALSE;
    if (NmrRegisterClient(&Client, Mine, &Mine->Handle) != STATUS_SUCCESS) {
        SetState(Mine, LINK_INITIAL);
        Status = STATUS_NO_MEMORY;
        goto Done;
    }
    Irql = ExAcquireSpinLockExclusive(&Mine->Lock);
    Held = TRUE;
    if (!Mine->Provider) {
        Status = STATUS_NOINTERFACE;
        SetState(Mine, LINK_DETACHING);
        ExReleaseSpinLockExclusive(&Mine->Lock, Irql);
        Held = FALSE;
        Unlink(Mine);
        SetState(Mine, LINK_DETACHED);
        goto Done;
    }
    SetState(Mine, LINK_ATTACHED);
Done:
    if (Held)
        ExReleaseSpinLockExclusive(&Mine->Lock, Irql);
    return Status;
}

static void Detach(struct link *Mine)
{
    KIRQL Irql = ExAcquireSpinLockExclusive(&Mine->Lock);

    if (Mine->State != LINK_ATTACHED) {
        ExReleaseSpinLockExclusive(&Mine->Lock, Irql);
        return;
    }
    SetState(Mine, LINK_DETACHING);
    ExReleaseSpinLockExclusive(&Mine->Lock, Irql);
    Unlink(Mine);
    Irql = ExAcquireSpinLockExclusive(&Mine->Lock);
    SetState(Mine, LINK_DETACHED);
    ExReleaseSpinLockExclusive(&Mine->Lock, Irql);
}

static NTSTATUS Create(PDEVICE_OBJECT Device, PIRP Irp)
{
    NTSTATUS Status = Attach(&Link);

    UNREFERENCED_PARAMETER(Device);
    Irp->IoStatus.Status = Status;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    Detach(&Link);
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_CREATE] = Create;
    DriverObject->DriverUnload = DriverUnload;
    return STATUS_SUCCESS;
}
