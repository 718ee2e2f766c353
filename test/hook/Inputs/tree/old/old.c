/* A driver with a fault that everybody has learnt to live with. */
#include <ntddk.h>
#include <netioddk.h>

static HANDLE Old;

static VOID OldUnload(PDRIVER_OBJECT Driver)
{
    NmrDeregisterClient(Old);
}

static VOID OldHelper(VOID)
{
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    static NPI_CLIENT_CHARACTERISTICS Characteristics;

    OldHelper();
    Driver->DriverUnload = OldUnload;
    return NmrRegisterClient(&Characteristics, NULL, &Old);
}
