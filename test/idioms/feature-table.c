// A table of features with routines to start and stop them; what is up is
// stopped in reverse order, by unload and by a failing entry.
// RUN: %right OK
// RUN: %fault BAD_LAST_ONLY
// RUN: %fault BAD_NO_ROLLBACK
#include "../Inputs/nmr.h"

struct feature {
    NTSTATUS (*start)(VOID);
    VOID (*stop)(VOID);
    BOOLEAN up;
};

static HANDLE Provider, Client;

static NTSTATUS start_provider(VOID)
{
    return NmrRegisterProvider(&ProviderCharacteristics, NULL, &Provider);
}

static VOID stop_provider(VOID)
{
    if (NmrDeregisterProvider(Provider) == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(Provider);
}

static NTSTATUS start_client(VOID)
{
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}

static VOID stop_client(VOID)
{
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
}

static struct feature Features[] = {
    { start_provider, stop_provider },
    { start_client, stop_client },
};

static VOID stop_all(VOID)
{
#ifdef BAD_LAST_ONLY
    for (LONG i = ARRAYSIZE(Features) - 1; i > 0; i--) {
#else
    for (LONG i = ARRAYSIZE(Features) - 1; i >= 0; i--) {
#endif
        if (!Features[i].up)
            continue;
        Features[i].stop();
        Features[i].up = FALSE;
    }
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop_all();
} // BAD_LAST_ONLY: :[[#@LINE]]:1: error: 'Provider' {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    for (ULONG i = 0; i < ARRAYSIZE(Features); i++) {
        NTSTATUS status = Features[i].start();

        if (!NT_SUCCESS(status)) {
#ifndef BAD_NO_ROLLBACK
            stop_all();
#endif
            return status;
            // BAD_NO_ROLLBACK: :[[#@LINE-1]]:13: error: 'Provider' {{.*}} [nmr/entry-fails-registered]
            // BAD_LAST_ONLY: :[[#@LINE-2]]:13: error: 'Provider' {{.*}} [nmr/entry-fails-registered]
        }
        Features[i].up = TRUE;
    }
    return STATUS_SUCCESS;
}
