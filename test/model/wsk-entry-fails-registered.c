// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT-NOT: nmr/
// RIGHT-NOT: wsk/
// RIGHT: {{^}}clean: 
#include "Inputs/module.h"

static WSK_REGISTRATION Registration;
static WSK_CLIENT_NPI Npi;
static WSK_PROVIDER_NPI Captured;

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
    WskReleaseProviderNPI(&Registration);
    WskDeregister(&Registration);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status = WskRegister(&Npi, &Registration);
    // CHECK: [[#@LINE-1]]: DriverEntry fails [wsk/entry-fails-registered]
    // CHECK: WskCaptureProviderNPI fails
    (void)Path;
    if (!NT_SUCCESS(status))
        return status;
    Driver->DriverUnload = unload;
    status = WskCaptureProviderNPI(&Registration, WSK_NO_WAIT, &Captured);
#ifndef FAULTY
    if (!NT_SUCCESS(status))
        WskDeregister(&Registration);
#endif
    return status;
}
