// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT-NOT: nmr/
// RIGHT-NOT: wsk/
// RIGHT: {{^}}clean: 
#include "Inputs/module.h"

static HANDLE Handle;
static KSPIN_LOCK Lock;

static VOID unload(PDRIVER_OBJECT Driver)
{
    KIRQL irql;

    (void)Driver;
    KeAcquireSpinLock(&Lock, &irql);
#ifdef FAULTY
    stop_client(Handle);
#endif
    KeReleaseSpinLock(&Lock, irql);
#ifndef FAULTY
    stop_client(Handle);
#endif
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    (void)Path;
    KeInitializeSpinLock(&Lock);
    Driver->DriverUnload = unload;
    return NmrRegisterClient(&Client, NULL, &Handle);
    // CHECK: [[#@LINE-1]]: {{.*}} [nmr/wait-at-raised-irql]
}
