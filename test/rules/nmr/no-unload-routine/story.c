// RUN: %unloadcheck %s \
// RUN:   | FileCheck %s --implicit-check-not='{{^ +[(]}}'
#include <ntddk.h>
#include <netioddk.h>

static NPI_CLIENT_CHARACTERISTICS Characteristics;
static HANDLE Client;

static NTSTATUS start(VOID)
{
    return NmrRegisterClient(&Characteristics, NULL, &Client);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Driver);
    UNREFERENCED_PARAMETER(Path);
    return start();
}

// CHECK: :11:12: note: 'Client' is registered, and the driver never sets an unload routine [nmr/no-unload-routine]
