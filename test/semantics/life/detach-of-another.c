// One routine stops all clients. What runs inside is what belongs to the handle
// it is given: the end of the inner client does not detach the outer one.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

static HANDLE Outer;
static HANDLE Inner;

static NTSTATUS attach(HANDLE Binding, PVOID Context,
                       PNPI_REGISTRATION_INSTANCE Instance)
{
    HANDLE handle;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Binding);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Instance);
    if (Inner != NULL)
        return STATUS_NOINTERFACE;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &handle);
    if (NT_SUCCESS(status))
        Inner = handle;
    return status;
}

static NTSTATUS detach(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
    if (Inner != NULL) {
        stop(Inner);
        // FAULT: :[[#@LINE+1]]:9: error: {{.*}} [nmr/handle-lost]
        Inner = NULL;
    }
    return STATUS_SUCCESS;
}

static const NPI_CLIENT_CHARACTERISTICS Characteristics = {
    .ClientAttachProvider = attach,
    .ClientDetachProvider = detach,
};

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Inner != NULL) {
        stop(Inner);
        Inner = NULL;
    }
    stop(Outer);
} // FAULT-COUNT-2: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Characteristics, NULL, &Outer);
}
