// What was attached is detached before the deregistration is complete: what the
// detach routine ends, the unload routine need not end. Where the attach routine
// fails, nothing is attached, and nothing is detached.
// RUN: %right RIGHT
// RUN: %fault FAULT
// RUN: %fault FAILS
#include "../../Inputs/stop.h"

static HANDLE Outer;
static HANDLE Inner;

static NTSTATUS attach(HANDLE Binding, PVOID Context,
                       PNPI_REGISTRATION_INSTANCE Instance)
{
    NTSTATUS status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(Binding);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Instance);
    if (Inner == NULL)
        status = NmrRegisterClient(&ClientCharacteristics, NULL, &Inner);
#ifdef FAILS
    if (NT_SUCCESS(status))
        status = STATUS_NOINTERFACE;
#endif
    return status;
}

static NTSTATUS detach(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
    if (Inner != NULL)
        stop(Inner);
    // FAULT: :[[#@LINE+1]]:5: error: {{.*}} [nmr/handle-lost]
    Inner = NULL;
    return STATUS_SUCCESS;
}

static const NPI_CLIENT_CHARACTERISTICS Characteristics = {
    .ClientAttachProvider = attach,
    .ClientDetachProvider = detach,
};

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    NmrDeregisterClient(Outer);
    NmrWaitForClientDeregisterComplete(Outer);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
// FAILS: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Characteristics, NULL, &Outer);
}
