// In a __try, memory that is not the driver's own may not be there wherever it
// is touched: what comes behind that does not happen.
// RUN: %right HANDLED
// RUN: %right BEFORE
// RUN: %right OWN
// RUN: %fault BETWEEN
#include "../Inputs/nmr.h"

static HANDLE Handle;
static BOOLEAN Registered;
static ULONG Wanted;

static VOID stop(VOID)
{
    if (NmrDeregisterClient(Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Handle);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Registered)
        stop();
} // BETWEEN: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

static NTSTATUS on_create(PDEVICE_OBJECT Device, PIRP Irp)
{
    ULONG own = 0;
    ULONG *from = Irp->UserBuffer;
    NTSTATUS status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(Device);
    if (Wanted != 0)
        return status;
#ifdef OWN
    from = &own;
#endif
    __try {
#ifdef BEFORE
        Wanted = *from;
#endif
        Wanted |= 1;
        status = NmrRegisterClient(&ClientCharacteristics, NULL, &Handle);
        if (NT_SUCCESS(status)) {
#ifndef BEFORE
            Wanted |= *from;
#endif
            Registered = TRUE;
        }
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        status = GetExceptionCode();
#ifdef HANDLED
        stop();
#endif
    }
    return status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Driver->MajorFunction[IRP_MJ_CREATE] = on_create;
    return STATUS_SUCCESS;
}
