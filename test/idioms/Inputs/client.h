/* client.h - what a driver has around the one client that it registers.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef CLIENT_H
#define CLIENT_H

static const NPIID Npi = { 0x6b0ad2b1, 0x43c7, 0x4a55,
    { 0x8e, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77 } };
static const NPI_MODULEID Module = { sizeof(NPI_MODULEID), MIT_GUID,
    { { 0x0b1f7c5e, 0x7a11, 0x4f7e,
        { 0x90, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07 } } } };

static NTSTATUS AttachProvider(HANDLE Binding, PVOID Context,
    PNPI_REGISTRATION_INSTANCE Provider)
{
    UNREFERENCED_PARAMETER(Binding);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Provider);
    return STATUS_NOINTERFACE;
}

static NTSTATUS DetachProvider(PVOID BindingContext)
{
    UNREFERENCED_PARAMETER(BindingContext);
    return STATUS_SUCCESS;
}

static const NPI_CLIENT_CHARACTERISTICS Client = {
    0, sizeof(NPI_CLIENT_CHARACTERISTICS), AttachProvider, DetachProvider, NULL,
    { 0, sizeof(NPI_REGISTRATION_INSTANCE), (PNPIID)&Npi,
        (PNPI_MODULEID)&Module, 0, NULL } };

#endif
