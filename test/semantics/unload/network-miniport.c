// A network miniport names its unload routine in its characteristics.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

#include <ndis.h>

static HANDLE Client;
static NDIS_HANDLE Registration;

static VOID on_unload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    NdisMDeregisterMiniportDriver(Registration);
    stop(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NDIS_MINIPORT_DRIVER_CHARACTERISTICS characteristics;
    NTSTATUS status;

    NdisZeroMemory(&characteristics, sizeof(characteristics));
    characteristics.MajorNdisVersion = 6;
    characteristics.UnloadHandler = on_unload;
    status = NdisMRegisterMiniportDriver(Driver, Path, NULL, &characteristics,
                                         &Registration);
    if (status != NDIS_STATUS_SUCCESS)
        return status;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (!NT_SUCCESS(status))
        NdisMDeregisterMiniportDriver(Registration);
    return status;
}
