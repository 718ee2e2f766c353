#include <ntddk.h>
#include <netioddk.h>

static NPI_CLIENT_CHARACTERISTICS Characteristics;
static HANDLE Client;

DRIVER_UNLOAD DriverUnload;

VOID DriverUnload(PDRIVER_OBJECT Object)
{
    UNREFERENCED_PARAMETER(Object);
    NmrDeregisterClient(Client);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Object, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Object->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Characteristics, NULL, &Client);
}
