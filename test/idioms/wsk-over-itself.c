// One registration for the whole driver, and a routine that registers it for
// each file that is opened: the first is lost when the second is made.
// RUN: %right ONCE
// RUN: %fault AGAIN
#include <ntddk.h>
#include <wsk.h>

static WSK_REGISTRATION Registration;
static const WSK_CLIENT_DISPATCH Dispatch = { MAKE_WSK_VERSION(1, 0) };
static BOOLEAN Registered;

static NTSTATUS OnCreate(PDEVICE_OBJECT Device, PIRP Irp)
{
    WSK_CLIENT_NPI npi = { NULL, &Dispatch };
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
#ifdef ONCE
    if (Registered)
        return STATUS_SUCCESS;
#endif
    status = WskRegister(&npi, &Registration);
    // AGAIN: :[[#@LINE-1]]:14: error: 'Registration' is lost in 'OnCreate', and it is still registered [wsk/handle-lost]
    if (NT_SUCCESS(status))
        Registered = TRUE;
    return status;
}

static VOID OnUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Registered)
        WskDeregister(&Registration);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->MajorFunction[IRP_MJ_CREATE] = OnCreate;
    Driver->DriverUnload = OnUnload;
    return STATUS_SUCCESS;
}
