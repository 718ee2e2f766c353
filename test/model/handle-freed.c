// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT-NOT: nmr/
// RIGHT-NOT: wsk/
// RIGHT: {{^}}clean: 
#include "Inputs/module.h"

struct port {
    ULONG Number;
    HANDLE Handle;
};

static struct port *Port;

static NTSTATUS on_close(PDEVICE_OBJECT Device, PIRP Irp)
{
    (void)Device, (void)Irp;
    if (!Port)
        return STATUS_SUCCESS;
#ifndef FAULTY
    stop_client(Port->Handle);
#endif
    ExFreePool(Port);
    Port = NULL;
    return STATUS_SUCCESS;
}

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
    on_close(NULL, NULL);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    (void)Path;
    Driver->DriverUnload = unload;
    Driver->MajorFunction[IRP_MJ_CLOSE] = on_close;
    Port = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*Port), 'troP');
    if (!Port)
        return STATUS_NO_MEMORY;
    status = NmrRegisterClient(&Client, NULL, &Port->Handle);
    // CHECK: [[#@LINE-1]]: a routine returns [nmr/handle-lost]
    // CHECK: a request of major function 0x02
    // CHECK: [[#@LINE-3]]: unload returns [nmr/unload-returns-registered]
    if (!NT_SUCCESS(status)) {
        ExFreePool(Port);
        Port = NULL;
    }
    return status;
}
