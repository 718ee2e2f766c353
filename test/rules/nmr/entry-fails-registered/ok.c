// RUN: %right OK_UNDONE
// RUN: %right OK_UNDONE_BY_GOTO
// RUN: %right OK_UNDONE_BY_UNLOAD
// RUN: %right OK_LAST_STEP
// RUN: %right OK_SUCCEEDS_ANYWAY
#include "../../../Inputs/nmr.h"

static HANDLE Client;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
    if (Driver->DeviceObject)
        IoDeleteDevice(Driver->DeviceObject);
}

static NTSTATUS make_device(PDRIVER_OBJECT Driver)
{
    PDEVICE_OBJECT device;

    return IoCreateDevice(Driver, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE,
                          &device);
}

static NTSTATUS start_client(VOID)
{
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
#if defined(OK_LAST_STEP)
    status = make_device(Driver);
    if (!NT_SUCCESS(status))
        return status;
    status = start_client();
    if (!NT_SUCCESS(status))
        IoDeleteDevice(Driver->DeviceObject);
    return status;
#else
    status = start_client();
    if (!NT_SUCCESS(status))
        return status;
    status = make_device(Driver);
#endif
#if defined(OK_UNDONE)
    if (!NT_SUCCESS(status) &&
        NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
#elif defined(OK_UNDONE_BY_GOTO)
    if (!NT_SUCCESS(status))
        goto Undo;
    return STATUS_SUCCESS;
Undo:
    NmrDeregisterClient(Client);
    NmrWaitForClientDeregisterComplete(Client);
#elif defined(OK_UNDONE_BY_UNLOAD)
    if (!NT_SUCCESS(status))
        DriverUnload(Driver);
#elif defined(OK_SUCCEEDS_ANYWAY)
    if (!NT_SUCCESS(status))
        status = STATUS_SUCCESS;
#endif
    return status;
}
