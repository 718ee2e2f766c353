// Two registrations: the second one's clean-up deregisters NULL where it failed,
// which is a fault of its own, and nothing takes back the first.
// RUN: not %unloadcheck --format=brief %s \
// RUN:   | FileCheck %s --implicit-check-not=error:
#include <ntddk.h>
#include <netioddk.h>

static NPI_PROVIDER_CHARACTERISTICS Characteristics;
static HANDLE First;
static HANDLE Second;

static VOID stop(HANDLE Provider)
{
    // CHECK: :[[#@LINE+1]]:9: error: {{.*}} [nmr/deregister-unregistered]
    if (NmrDeregisterProvider(Provider) == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(Provider);
}

static VOID unload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop(Second);
    stop(First);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    status = NmrRegisterProvider(&Characteristics, NULL, &First);
    if (!NT_SUCCESS(status))
        return status;
    status = NmrRegisterProvider(&Characteristics, NULL, &Second);
    if (!NT_SUCCESS(status)) {
        stop(Second);
        // CHECK: :[[#@LINE+1]]:9: error: 'First' {{.*}} [nmr/entry-fails-registered]
        return status;
    }
    Driver->DriverUnload = unload;
    return STATUS_SUCCESS;
}
