// RUN: %fault BAD_DOES_NOTHING
// RUN: %fault BAD_RETURNS_EARLY
// RUN: %fault BAD_GUARD_IS_WRONG
// RUN: %fault BAD_OTHER_HANDLE
// RUN: %fault BAD_SECOND_FORGOTTEN
#include "../../../Inputs/nmr.h"

static HANDLE Client, Provider;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#if defined(BAD_RETURNS_EARLY)
    if (KeGetCurrentIrql() > PASSIVE_LEVEL)
        return;
    // BAD_RETURNS_EARLY: :[[#@LINE-1]]:9: error: 'Client' is still registered when 'DriverUnload' returns [nmr/unload-returns-registered]
#endif
#if defined(BAD_GUARD_IS_WRONG)
    if (Client == NULL)
#elif defined(BAD_OTHER_HANDLE)
    if (Provider != NULL)
#elif defined(BAD_SECOND_FORGOTTEN)
    if (Client != NULL)
#elif defined(BAD_DOES_NOTHING)
    if (FALSE)
#endif
        if (NmrDeregisterClient(Client) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Client);
}
// BAD_DOES_NOTHING: :[[#@LINE-1]]:1: error: 'Client' is still registered when 'DriverUnload' returns [nmr/unload-returns-registered]
// BAD_GUARD_IS_WRONG: :[[#@LINE-2]]:1: error: 'Client' is still {{.*}} [nmr/unload-returns-registered]
// BAD_OTHER_HANDLE: :[[#@LINE-3]]:1: error: 'Client' is still {{.*}} [nmr/unload-returns-registered]
// BAD_SECOND_FORGOTTEN: :[[#@LINE-4]]:1: error: 'Provider' is still {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
#ifdef BAD_SECOND_FORGOTTEN
    if (!NT_SUCCESS(NmrRegisterProvider(&ProviderCharacteristics, NULL,
                                        &Provider)))
        return STATUS_UNSUCCESSFUL;
    NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    return STATUS_SUCCESS;
#endif
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}
