// A filtering driver that takes down in one place what its entry set up, as
// far as it came.
// RUN: %right OK
// RUN: %fault BAD_NOT_ON_FAILURE
// RUN: %fault BAD_ORDER
#include "../Inputs/nmr.h"

#include <fwpsk.h>

#include <fwpmk.h>

static HANDLE Engine, Client;
static UINT32 CalloutId;
static BOOLEAN CalloutUp;

static VOID cleanup(VOID)
{
#ifdef BAD_ORDER
    if (CalloutUp && Client) {
#else
    if (Client) {
#endif
        if (NmrDeregisterClient(Client) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Client);
        Client = NULL;
    }
    if (CalloutUp)
        FwpsCalloutUnregisterById0(CalloutId);
    CalloutUp = FALSE;
    if (Engine)
        FwpmEngineClose0(Engine);
    Engine = NULL;
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    cleanup();
    IoDeleteDevice(Driver->DeviceObject);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    FWPS_CALLOUT0 callout = { 0 };
    PDEVICE_OBJECT device = NULL;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = IoCreateDevice(Driver, 0, NULL, FILE_DEVICE_NETWORK, 0, FALSE,
                            &device);
    if (!NT_SUCCESS(status))
        goto Exit;
    status = FwpmEngineOpen0(NULL, RPC_C_AUTHN_WINNT, NULL, NULL, &Engine);
    if (!NT_SUCCESS(status))
        goto Exit;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (!NT_SUCCESS(status))
        goto Exit;
    status = FwpsCalloutRegister0(device, &callout, &CalloutId);
    if (NT_SUCCESS(status))
        CalloutUp = TRUE;

Exit:
    if (!NT_SUCCESS(status)) {
#ifndef BAD_NOT_ON_FAILURE
        cleanup();
#endif
        if (device)
            IoDeleteDevice(device);
    }
    return status;
    // BAD_NOT_ON_FAILURE: :[[#@LINE-1]]:5: error: 'Client' {{.*}} [nmr/entry-fails-registered]
    // BAD_ORDER: :[[#@LINE-2]]:5: error: 'Client' {{.*}} [nmr/entry-fails-registered]
}
