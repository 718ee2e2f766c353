// A handle that is written over by a registration is lost where the driver
// registers, and not in the attach callback that runs inside that call.
// RUN: not %unloadcheck --format=brief %s \
// RUN:   | FileCheck %s --implicit-check-not='{{handle-lost.$}}'
#include <ntddk.h>
#include <netioddk.h>

static struct {
    HANDLE handle;
    PVOID provider;
    const VOID *dispatch;
} Module;
static BOOLEAN Registered;

static NTSTATUS attach(HANDLE Binding, PVOID Context,
                       PNPI_REGISTRATION_INSTANCE Instance)
{
    UNREFERENCED_PARAMETER(Context);
    if (Instance->NpiSpecificCharacteristics == NULL)
        return STATUS_NOINTERFACE;
    return NmrClientAttachProvider(Binding, &Module, &Module,
                                   &Module.provider, &Module.dispatch);
}

static NTSTATUS detach(PVOID Binding)
{
    UNREFERENCED_PARAMETER(Binding);
    return STATUS_SUCCESS;
}

static const NPI_CLIENT_CHARACTERISTICS Characteristics = {
    0, sizeof(NPI_CLIENT_CHARACTERISTICS), attach, detach
};

static VOID unload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
}

static NTSTATUS on_create(PDEVICE_OBJECT Device, PIRP Irp)
{
    NTSTATUS status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
    if (!Registered) {
        status = NmrRegisterClient(&Characteristics, NULL, &Module.handle);
        // CHECK: :[[#@LINE-1]]:18: error: {{.*}} is lost in 'on_create', and it has not finished deregistering [nmr/handle-lost]
        Registered = NT_SUCCESS(status);
    }
    return status;
}

static NTSTATUS on_close(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
    if (Registered)
        NmrDeregisterClient(Module.handle);
    Registered = FALSE;
    return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = unload;
    Driver->MajorFunction[IRP_MJ_CREATE] = on_create;
    Driver->MajorFunction[IRP_MJ_CLOSE] = on_close;
    return STATUS_SUCCESS;
}
