/* A client of the Network Module Registrar that leaves as it should.
 *
 * RUN: %unloadcheck %s | count 0
 */
#include <ntddk.h>
#include <netioddk.h>

static NPI_CLIENT_ATTACH_PROVIDER_FN AttachProvider;
static NPI_CLIENT_DETACH_PROVIDER_FN DetachProvider;
DRIVER_INITIALIZE DriverEntry;
static DRIVER_UNLOAD DriverUnload;

static const NPIID NpiId = {
    0x4b1d6c52, 0x2f90, 0x4e7a, { 0x9c, 0x3e, 0x51, 0x0b, 0xd2, 0x68, 0xa7, 0x14 }
};

static const NPI_MODULEID ModuleId = {
    sizeof(NPI_MODULEID),
    MIT_GUID,
    { 0xe07c3a91, 0x5d42, 0x4f18, { 0x87, 0x2b, 0x06, 0xf9, 0x3c, 0xd5, 0x40, 0x1e } }
};

static const NPI_CLIENT_CHARACTERISTICS Characteristics = {
    .Length = sizeof(NPI_CLIENT_CHARACTERISTICS),
    .ClientAttachProvider = AttachProvider,
    .ClientDetachProvider = DetachProvider,
    .ClientRegistrationInstance = {
        .Size = sizeof(NPI_REGISTRATION_INSTANCE),
        .NpiId = &NpiId,
        .ModuleId = &ModuleId,
    },
};

static HANDLE ClientHandle;

static NTSTATUS NTAPI AttachProvider(
    HANDLE Binding, PVOID Context, PNPI_REGISTRATION_INSTANCE Provider)
{
    UNREFERENCED_PARAMETER(Binding);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Provider);
    return STATUS_NOINTERFACE;
}

static NTSTATUS NTAPI DetachProvider(PVOID BindingContext)
{
    UNREFERENCED_PARAMETER(BindingContext);
    return STATUS_SUCCESS;
}

static VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(DriverObject);

    status = NmrDeregisterClient(ClientHandle);
    if (status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);

    DriverObject->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Characteristics, NULL, &ClientHandle);
}
