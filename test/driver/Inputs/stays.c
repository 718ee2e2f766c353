#include <ntddk.h>
#include <netioddk.h>

static NPI_CLIENT_CHARACTERISTICS Characteristics;
static HANDLE Client;

NTSTATUS DriverEntry(PDRIVER_OBJECT Object, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Object);
    UNREFERENCED_PARAMETER(Path);
    return NmrRegisterClient(&Characteristics, NULL, &Client);
}
