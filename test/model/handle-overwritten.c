// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT-NOT: nmr/
// RIGHT-NOT: wsk/
// RIGHT: {{^}}clean: 
#include "Inputs/module.h"

static HANDLE Handle, Second;

#ifdef FAULTY
#define SECOND &Handle
#else
#define SECOND &Second
#endif

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
    stop_client(Handle);
    if (Second)
        stop_client(Second);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status = NmrRegisterClient(&Client, NULL, &Handle);
    // CHECK: [[#@LINE-1]]: a routine returns [nmr/handle-lost]
    // CHECK: [[#@LINE-2]]: unload returns [nmr/unload-returns-registered]
    (void)Path;
    Driver->DriverUnload = unload;
    if (NT_SUCCESS(status))
        NmrRegisterClient(&Client, NULL, SECOND);
    return status;
}
