// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT-NOT: nmr/
// RIGHT-NOT: wsk/
// RIGHT: {{^}}clean: 
#include "Inputs/module.h"

static HANDLE Handle;

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
#ifndef FAULTY
    stop_client(Handle);
#endif
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    (void)Path;
    Driver->DriverUnload = unload;
    return NmrRegisterClient(&Client, NULL, &Handle);
    // CHECK: [[#@LINE-1]]: unload returns [nmr/unload-returns-registered]
    // CHECK-NEXT: 1. DriverEntry is called
    // CHECK-NEXT: 2. {{.*}}:[[#@LINE-3]]: client 1 is registered
    // CHECK-NEXT: 3. DriverEntry returns 0x00000000
    // CHECK-NEXT: 4. the unload routine is called
    // CHECK-NEXT: 5. the unload routine returns
    // CHECK-NEXT: faulty: 1 states
}
