// RUN: %fault BAD_NULL
// RUN: %fault BAD_NEVER_REGISTERED
// RUN: %fault BAD_TWICE
// RUN: %fault BAD_REGISTER_FAILED
// RUN: %fault BAD_NO_GUARD
#include "../../../Inputs/nmr.h"

static HANDLE Client, Other;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#if defined(BAD_NO_GUARD)
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
    // BAD_NO_GUARD: :[[#@LINE-1]]:9: error: 'NmrDeregisterClient' is called for 'Client' in 'DriverUnload', which is not registered [nmr/deregister-unregistered]
#else
    if (Client && NmrDeregisterClient(Client) == STATUS_PENDING)
#endif
        NmrWaitForClientDeregisterComplete(Client);
#if defined(BAD_NULL)
    NmrDeregisterProvider(NULL);
    // BAD_NULL: :[[#@LINE-1]]:5: error: {{.*}} [nmr/deregister-unregistered]
#elif defined(BAD_NEVER_REGISTERED)
    NmrDeregisterClient(Other);
    // BAD_NEVER_REGISTERED: :[[#@LINE-1]]:5: error: 'NmrDeregisterClient' is called for 'Other' in 'DriverUnload', which is not registered [nmr/deregister-unregistered]
#elif defined(BAD_TWICE)
    NmrDeregisterClient(Client);
    // BAD_TWICE: :[[#@LINE-1]]:5: error: 'NmrDeregisterClient' is called for 'Client' in 'DriverUnload', which is not registered [nmr/deregister-unregistered]
#endif
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
#if defined(BAD_REGISTER_FAILED)
    if (!NT_SUCCESS(status))
        NmrDeregisterClient(Client);
    // BAD_REGISTER_FAILED: :[[#@LINE-1]]:9: error: {{.*}} [nmr/deregister-unregistered]
#elif defined(BAD_NO_GUARD)
    status = STATUS_SUCCESS;
#endif
    return status;
}
