// RUN: %model %s | FileCheck %s
// A driver without an unload routine stays: the note is all there is to say.
#include "Inputs/module.h"

static HANDLE Handle;

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    (void)Driver, (void)Path;
    return NmrRegisterClient(&Client, NULL, &Handle);
    // CHECK: [[#@LINE-1]]: DriverEntry succeeds [nmr/no-unload-routine]
    // CHECK: clean: 1 states
}
