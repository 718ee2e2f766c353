// A module may be attached to two others: nothing says that it is detached from
// the first before the second comes.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Outer;
static HANDLE Inner;

static NTSTATUS attach(HANDLE Binding, PVOID Context,
                       PNPI_REGISTRATION_INSTANCE Instance)
{
    UNREFERENCED_PARAMETER(Binding);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Instance);
#ifndef FAULT
    if (Inner != NULL)
        return STATUS_NOINTERFACE;
#endif
    // FAULT: :[[#@LINE+1]]:12: error: {{.*}} [nmr/handle-lost]
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Inner);
}

static NTSTATUS detach(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
    if (Inner == NULL)
        return STATUS_SUCCESS;
    NmrDeregisterClient(Inner);
    NmrWaitForClientDeregisterComplete(Inner);
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
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Characteristics, NULL, &Outer);
}
