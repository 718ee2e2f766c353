// RUN: not %model %s | FileCheck %s
// Functions without a body give every value, write through their pointers, and
// call what they were given; a request carries each control code.
#include "Inputs/module.h"

#define IOCTL_START \
    CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_LISTEN 0x222004

typedef VOID LISTENER(PVOID Context);
NTSTATUS PlatformRead(PULONG Value);
VOID PlatformListen(LISTENER *Listener, PVOID Context);

static HANDLE Handle;

static VOID listener(PVOID Context)
{
    ULONG wanted = 0;

    (void)Context;
    if (NT_SUCCESS(PlatformRead(&wanted)) && wanted && !Handle)
        NmrRegisterClient(&Client, NULL, &Handle);
    // CHECK: [[#@LINE-1]]: unload returns [nmr/unload-returns-registered]
    // CHECK: a request of major function 0x0e
    // CHECK-NEXT: the control code is 0x222004
    // CHECK-NEXT: the system calls PlatformListen's routine
    // CHECK-NEXT: PlatformRead() gives 2
    // CHECK-NEXT: PlatformRead() gives STATUS_SUCCESS
    // CHECK-NEXT: [[#@LINE-7]]: client 1 is registered
}

static NTSTATUS control(PDEVICE_OBJECT Device, PIRP Irp)
{
    (void)Device;
    switch (IoGetCurrentIrpStackLocation(Irp)
                ->Parameters.DeviceIoControl.IoControlCode) {
    case IOCTL_LISTEN:
        PlatformListen(listener, NULL);
        break;
    }
    return STATUS_SUCCESS;
}

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    (void)Path;
    Driver->DriverUnload = unload;
    Driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = control;
    return STATUS_SUCCESS;
}
