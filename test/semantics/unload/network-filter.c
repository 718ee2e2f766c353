// A network filter sets its unload routine as any driver does.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

#include <ndis.h>

static HANDLE Client;
static NDIS_HANDLE Registration;

static VOID on_unload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    NdisFDeregisterFilterDriver(Registration);
    stop(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NDIS_FILTER_DRIVER_CHARACTERISTICS characteristics = { 0 };
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = on_unload;
    characteristics.MajorNdisVersion = 6;
    status = NdisFRegisterFilterDriver(Driver, NULL, &characteristics,
                                       &Registration);
    if (status != NDIS_STATUS_SUCCESS)
        return status;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (!NT_SUCCESS(status))
        NdisFDeregisterFilterDriver(Registration);
    return status;
}
