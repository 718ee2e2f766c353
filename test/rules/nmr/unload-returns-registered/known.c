// RUN: %fault FP_LIBRARY_DEREGISTERS
// RUN: %fault FP_LIBRARY_KEEPS_HANDLE
#include "../../../Inputs/nmr.h"

#if defined(FP_LIBRARY_DEREGISTERS)
// A function whose body is not given does nothing to a registration. Given
// together with the file that has the body, this driver is right.
static HANDLE Client;

VOID library_stop(HANDLE Handle);

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    library_stop(Client);
} // FP_LIBRARY_DEREGISTERS: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

static NTSTATUS start(VOID)
{
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}
#else
// What such a function keeps and gives back later is not the same thing for us.
VOID library_keep(HANDLE Handle);
HANDLE library_give_back(VOID);

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    HANDLE handle = library_give_back();

    UNREFERENCED_PARAMETER(Driver);
    if (handle && NmrDeregisterClient(handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(handle);
} // FP_LIBRARY_KEEPS_HANDLE: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

static NTSTATUS start(VOID)
{
    HANDLE handle;
    NTSTATUS status = NmrRegisterClient(&ClientCharacteristics, NULL, &handle);

    if (NT_SUCCESS(status))
        library_keep(handle);
    return status;
}
#endif

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return start();
}
