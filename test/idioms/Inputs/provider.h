/* provider.h - what a driver has around the providers that it registers.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef PROVIDER_H
#define PROVIDER_H

static NTSTATUS AttachClient(HANDLE Binding, PVOID Context,
    PNPI_REGISTRATION_INSTANCE Instance, PVOID ClientContext,
    const VOID *ClientDispatch, PVOID *ProviderContext,
    const VOID **ProviderDispatch)
{
    UNREFERENCED_PARAMETER(Binding);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Instance);
    UNREFERENCED_PARAMETER(ClientContext);
    UNREFERENCED_PARAMETER(ClientDispatch);
    *ProviderContext = NULL;
    *ProviderDispatch = NULL;
    return STATUS_SUCCESS;
}

static NTSTATUS DetachClient(PVOID BindingContext)
{
    UNREFERENCED_PARAMETER(BindingContext);
    return STATUS_SUCCESS;
}

static const NPIID PNpi = { 0x1d2a9c40, 0x0f3b, 0x4d0e,
    { 0xa1, 0x12, 0x23, 0x34, 0x45, 0x56, 0x67, 0x78 } };
static const NPI_MODULEID PModule = { sizeof(NPI_MODULEID), MIT_GUID,
    { { 0x5512fa01, 0x6d3c, 0x47a8,
        { 0x80, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x10 } } } };
static const NPI_PROVIDER_CHARACTERISTICS Provider = {
    .Length = sizeof(NPI_PROVIDER_CHARACTERISTICS),
    .ProviderAttachClient = AttachClient,
    .ProviderDetachClient = DetachClient,
    .ProviderRegistrationInstance = {
        .Size = sizeof(NPI_REGISTRATION_INSTANCE),
        .NpiId = (PNPIID)&PNpi,
        .ModuleId = (PNPI_MODULEID)&PModule } };

#endif
