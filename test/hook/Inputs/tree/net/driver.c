/* A driver of two files; what its unload routine waits for is a header's
 * business. */
#include <ntddk.h>
#include <netioddk.h>
#include "stop.h"

HANDLE Handle;

static VOID Unload(PDRIVER_OBJECT Driver)
{
    Stop();
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    static NPI_CLIENT_CHARACTERISTICS Characteristics;

    Driver->DriverUnload = Unload;
    return NmrRegisterClient(&Characteristics, NULL, &Handle);
}
