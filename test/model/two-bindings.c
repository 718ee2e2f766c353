// A module is attached to two others: its attach routine runs twice before its
// detach routine does.
// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT-NOT: nmr/
// RIGHT: {{^}}clean: 
#include "Inputs/module.h"

static HANDLE Handle;
static HANDLE Inner;

static NTSTATUS attach(HANDLE Binding, PVOID Context,
                       PNPI_REGISTRATION_INSTANCE Instance)
{
    (void)Binding, (void)Context, (void)Instance;
#ifndef FAULTY
    if (Inner)
        return STATUS_NOINTERFACE;
#endif
    return NmrRegisterClient(&Client, NULL, &Inner);
    // CHECK: [[#@LINE-1]]: a routine returns [nmr/handle-lost]
    // CHECK: the attach routine of client 1 is called
    // CHECK: the attach routine of client 1 is called
}

static NTSTATUS detach(PVOID Context)
{
    (void)Context;
    if (Inner)
        stop_client(Inner);
    Inner = NULL;
    return STATUS_SUCCESS;
}

static const NPI_CLIENT_CHARACTERISTICS Attaching = {
    .ClientAttachProvider = attach,
    .ClientDetachProvider = detach,
};

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
    if (Inner)
        stop_client(Inner);
    Inner = NULL;
    stop_client(Handle);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    (void)Path;
    Driver->DriverUnload = unload;
    return NmrRegisterClient(&Attaching, NULL, &Handle);
}
