// What comes behind a stop of the machine is open: it is told apart from what a
// run really comes to.
// RUN: not %model %s | FileCheck %s
#include "Inputs/module.h"

static HANDLE Handle;
static HANDLE Other;

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
    stop_client(Handle);
    Handle = NULL;
    NmrDeregisterClient(Handle);
    // CHECK: [[#@LINE-1]]: NmrDeregisterClient [nmr/deregister-unregistered]{{$}}
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;
    (void)Path;
    Driver->DriverUnload = unload;
    status = NmrRegisterClient(&Client, NULL, &Handle);
    if (!NT_SUCCESS(status))
        return status;
    status = NmrRegisterClient(&Client, NULL, &Other);
    // CHECK: [[#@LINE-1]]: unload returns [nmr/unload-returns-registered] (open)
    if (!NT_SUCCESS(status))
        stop_client(Handle);
    return status;
}
