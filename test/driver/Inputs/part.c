#include <ntddk.h>
#include <netioddk.h>

static HANDLE Client;

VOID StopClient(VOID)
{
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
}

NTSTATUS StartClient(const NPI_CLIENT_CHARACTERISTICS *Characteristics)
{
    return NmrRegisterClient(Characteristics, NULL, &Client);
}
