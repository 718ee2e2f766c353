// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT-NOT: nmr/
// RIGHT-NOT: wsk/
// RIGHT: {{^}}clean: 
#include "Inputs/module.h"

static WSK_REGISTRATION Registration;
static WSK_CLIENT_NPI Npi;
static WSK_PROVIDER_NPI Captured;
static BOOLEAN Leave;

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
    if (Captured.Dispatch) {
#ifndef FAULTY
        WskReleaseProviderNPI(&Registration);
#endif
        if (Leave)
            return;
    }
    WskDeregister(&Registration);
}

static NTSTATUS on_close(PDEVICE_OBJECT Device, PIRP Irp)
{
    (void)Device, (void)Irp;
#ifdef FAULTY
    Leave = TRUE;
#endif
    return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status = WskRegister(&Npi, &Registration);
    // CHECK: [[#@LINE-1]]: WskDeregister [wsk/deregister-while-captured]
    // CHECK: WskDeregister waits for ever
    // CHECK: [[#@LINE-3]]: unload returns [wsk/npi-not-released]
    // CHECK: [[#@LINE-4]]: unload returns [wsk/unload-returns-registered]
    (void)Path;
    Driver->DriverUnload = unload;
    Driver->MajorFunction[IRP_MJ_CLOSE] = on_close;
    if (NT_SUCCESS(status))
        WskCaptureProviderNPI(&Registration, WSK_NO_WAIT, &Captured);
    return status;
}
