// The handle is kept as a number in an opaque record, zero for none.
// RUN: %right OK
// RUN: %fault BAD_GUARD
#include "../Inputs/nmr.h"

struct cookie {
    ULONG64 number;
};

static struct cookie Cookie;

static VOID start(struct cookie *Into)
{
    HANDLE handle;
    NTSTATUS status = NmrRegisterClient(&ClientCharacteristics, NULL, &handle);

    Into->number = NT_SUCCESS(status) ? (ULONG64)(ULONG_PTR)handle : 0;
}

static VOID stop(struct cookie Of)
{
    HANDLE handle = (HANDLE)(ULONG_PTR)Of.number;

#ifdef BAD_GUARD
    if ((ULONG)Of.number == 0)
        return;
#else
    if (Of.number == 0)
        return;
#endif
    if (NmrDeregisterClient(handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(handle);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop(Cookie);
} // BAD_GUARD: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    start(&Cookie);
    return STATUS_SUCCESS;
}
