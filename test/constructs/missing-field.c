// A field that the record does not have, as far as its header is known: what is
// stored there goes nowhere that is known, and above all not into the pointer.
// RUN: %unloadcheck --format=brief %s 2>&1 | FileCheck %s --check-prefix=RIGHT
// RUN: not %unloadcheck --format=brief %s -- -DFAULT | FileCheck %s \
// RUN:   --check-prefix=FAULT --implicit-check-not=error:
// RIGHT: note: is not understood in full: no member named 'NobodyKnows'
// RIGHT-NOT: error:
#include "../Inputs/nmr.h"

typedef struct {
    HANDLE Handle;
} CONTEXT;

static CONTEXT *Context;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    Driver->NobodyKnows = NULL;
    Context->NorThis = 3;
    if (Context->NorThat && Driver->NorThere)
        Context->NorThis->Here = Driver;
#ifndef FAULT
    if (NmrDeregisterClient(Context->Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Context->Handle);
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Context = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*Context), 'tnoC');
    if (!Context)
        return STATUS_NO_MEMORY;
    Driver->DriverUnload = DriverUnload;
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Context->Handle);
}
