// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT-NOT: nmr/
// RIGHT-NOT: wsk/
// RIGHT: {{^}}clean: 
#include "Inputs/module.h"

static WSK_REGISTRATION Registration;
static WSK_CLIENT_NPI Npi;

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
#ifndef FAULTY
    WskDeregister(&Registration);
#endif
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    (void)Path;
    Driver->DriverUnload = unload;
    return WskRegister(&Npi, &Registration);
    // CHECK: [[#@LINE-1]]: unload returns [wsk/unload-returns-registered]
}
