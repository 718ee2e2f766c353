// A file system minifilter names its unload routine in its registration.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

#include <fltKernel.h>

static HANDLE Client;
static PFLT_FILTER Filter;

static NTSTATUS on_unload(FLT_FILTER_UNLOAD_FLAGS Flags)
{
    UNREFERENCED_PARAMETER(Flags);
    FltUnregisterFilter(Filter);
    stop(Client);
    return STATUS_SUCCESS; // FAULT: :[[#@LINE]]:5: error: {{.*}} [nmr/unload-returns-pending]
}

static const FLT_REGISTRATION Registration = {
    .Size = sizeof(Registration),
    .Version = FLT_REGISTRATION_VERSION,
    .FilterUnloadCallback = on_unload,
};

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status = FltRegisterFilter(Driver, &Registration, &Filter);

    UNREFERENCED_PARAMETER(Path);
    if (!NT_SUCCESS(status))
        return status;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (!NT_SUCCESS(status))
        FltUnregisterFilter(Filter);
    return status;
}
