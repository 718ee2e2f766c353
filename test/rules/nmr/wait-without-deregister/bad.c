// RUN: %fault BAD_NEVER
// RUN: %fault BAD_TOO_EARLY
// RUN: %fault BAD_ONE_WAY
// RUN: %fault BAD_OTHER
#include "../../../Inputs/nmr.h"

static HANDLE Client, Provider;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#if defined(BAD_NEVER)
    NmrWaitForClientDeregisterComplete(Client);
    // BAD_NEVER: :[[#@LINE-1]]:5: error: 'NmrWaitForClientDeregisterComplete' is called for 'Client' in 'DriverUnload', which is still registered [nmr/wait-without-deregister]
    // BAD_NEVER: :[[#@LINE+20]]:1: error: {{.*}} [nmr/unload-returns-registered]
#elif defined(BAD_TOO_EARLY)
    NmrWaitForClientDeregisterComplete(Client);
    // BAD_TOO_EARLY: :[[#@LINE-1]]:5: error: {{.*}} [nmr/wait-without-deregister]
    // BAD_TOO_EARLY: :[[#@LINE+16]]:1: error: {{.*}} [nmr/unload-returns-pending]
    NmrDeregisterClient(Client);
#elif defined(BAD_ONE_WAY)
    if (KeGetCurrentIrql() == PASSIVE_LEVEL)
        NmrDeregisterClient(Client);
    NmrWaitForClientDeregisterComplete(Client);
    // BAD_ONE_WAY: :[[#@LINE-1]]:5: error: {{.*}} [nmr/wait-without-deregister]
    // BAD_ONE_WAY: :[[#@LINE+9]]:1: error: {{.*}} [nmr/unload-returns-registered]
#elif defined(BAD_OTHER)
    NmrDeregisterClient(Client);
    NmrWaitForProviderDeregisterComplete(Provider);
    // BAD_OTHER: :[[#@LINE-1]]:5: error: {{.*}} 'Provider' {{.*}} [nmr/wait-without-deregister]
    NmrWaitForClientDeregisterComplete(Client);
    NmrDeregisterProvider(Provider);
    NmrWaitForProviderDeregisterComplete(Provider);
#endif
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
#ifdef BAD_OTHER
    if (!NT_SUCCESS(NmrRegisterProvider(&ProviderCharacteristics, NULL,
                                        &Provider)))
        return STATUS_UNSUCCESSFUL;
    if (!NT_SUCCESS(NmrRegisterClient(&ClientCharacteristics, NULL, &Client)))
        KeBugCheck(MANUALLY_INITIATED_CRASH);
    return STATUS_SUCCESS;
#else
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
#endif
}
