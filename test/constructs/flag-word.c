// Flags that nobody knows are set and cleared in a word beside one that is
// known, which stays as it is.
// RUN: %right SET
// RUN: %right SET_MANY
// RUN: %right CLEARED_ABOVE
// RUN: %fault CLEARED
// RUN: %fault TURNED
#include "../Inputs/nmr.h"

#define REGISTERED 1u

static HANDLE Handle;
static ULONG Flags;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Flags & REGISTERED)
        if (NmrDeregisterClient(Handle) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Handle);
}
// CLEARED: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-registered]
// TURNED: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-registered]

static NTSTATUS on_create(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
#if defined(SET)
    Flags |= 1u << Irp->Flags;
#elif defined(SET_MANY)
    Flags |= Irp->Flags * Irp->Size;
#elif defined(CLEARED_ABOVE)
    Flags &= ~(2u << (Irp->Flags & 15));
#elif defined(CLEARED)
    Flags &= ~(1u << (Irp->Flags & 15));
#elif defined(TURNED)
    Flags ^= 1u << Irp->Flags;
#endif
    return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Driver->MajorFunction[IRP_MJ_CREATE] = on_create;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Handle);
    if (NT_SUCCESS(status))
        Flags |= REGISTERED;
    return status;
}
