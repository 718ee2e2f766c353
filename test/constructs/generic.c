// _Generic chooses a function: calling what it chose is calling the function.
//
// RUN: %right RIGHT
// RUN: %fault FAULTY
#include <ntddk.h>
#include <netioddk.h>

typedef struct _PROVIDER {
    HANDLE Handle;
} PROVIDER;

static NTSTATUS stop_provider(PROVIDER *Provider)
{
    return NmrDeregisterProvider(Provider->Handle);
}

#define STOP(x) \
    _Generic((x), HANDLE: NmrDeregisterClient, PROVIDER *: stop_provider)(x)

static NPI_CLIENT_CHARACTERISTICS Characteristics;
static HANDLE Client;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (STOP(Client) == STATUS_PENDING) {
#ifdef RIGHT
        NmrWaitForClientDeregisterComplete(Client);
#endif
    }
    // FAULTY: [[#@LINE+1]]:1: error: 'Client' has not finished deregistering
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Characteristics, NULL, &Client);
}
