// RUN: %fault BAD_LATER_STEP_FAILS
// RUN: %fault BAD_FAILS_ON_PURPOSE
// RUN: %fault BAD_DOES_NOT_WAIT
// RUN: %fault BAD_SECOND_FAILS
#include "../../../Inputs/nmr.h"

static HANDLE Client, Provider;

static VOID stop_client(VOID)
{
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop_client();
    if (Provider != NULL &&
        NmrDeregisterProvider(Provider) == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(Provider);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    PDEVICE_OBJECT device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (!NT_SUCCESS(status))
        return status;
#if defined(BAD_LATER_STEP_FAILS)
    status = IoCreateDevice(Driver, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE,
                            &device);
    if (!NT_SUCCESS(status))
        return status;
    // BAD_LATER_STEP_FAILS: :[[#@LINE-1]]:9: error: 'Client' is still registered when 'DriverEntry' fails [nmr/entry-fails-registered]
#elif defined(BAD_FAILS_ON_PURPOSE)
    status = STATUS_DEVICE_NOT_READY;
    // BAD_FAILS_ON_PURPOSE: :[[#@LINE+15]]:5: error: 'Client' is still {{.*}} [nmr/entry-fails-registered]
#elif defined(BAD_DOES_NOT_WAIT)
    status = IoCreateDevice(Driver, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE,
                            &device);
    if (!NT_SUCCESS(status))
        NmrDeregisterClient(Client);
    // BAD_DOES_NOT_WAIT: :[[#@LINE+9]]:5: error: 'Client' has not finished deregistering when 'DriverEntry' fails [nmr/entry-fails-registered]
#elif defined(BAD_SECOND_FAILS)
    status = NmrRegisterProvider(&ProviderCharacteristics, NULL, &Provider);
    if (!NT_SUCCESS(status))
        goto Exit;
Exit:
#endif
    // BAD_SECOND_FAILS: :[[#@LINE+2]]:5: error: 'Client' is still {{.*}} [nmr/entry-fails-registered]
    UNREFERENCED_PARAMETER(device);
    return status;
}
