/* relay.c - starts and stops the two halves of the relay.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include "relay.h"

const NPIID RelayNpi = { 0x6d1f70b4,
                         0x52a1,
                         0x4c0b,
                         { 0x9e, 0x37, 0x1a, 0x42, 0x08, 0xd5, 0x66, 0x7c } };

const NPI_MODULEID RelayModule = {
    sizeof(NPI_MODULEID),
    MIT_GUID,
    { { 0x0a3ce1d2,
        0x7b44,
        0x4e90,
        { 0x8f, 0x25, 0x13, 0xc7, 0x60, 0x2e, 0xb1, 0x94 } } }
};

NTSTATUS relay_start(VOID)
{
    NTSTATUS status = relay_provider_start();

    if (!NT_SUCCESS(status))
        return status;
    status = relay_client_start();
    if (!NT_SUCCESS(status))
#ifdef FAULT_START_NOT_UNDONE
        DbgPrint("relay: no client: %x\n", status);
#else
        relay_provider_stop();
#endif
    return status;
}

VOID relay_stop(VOID)
{
    relay_client_stop();
#ifndef FAULT_PROVIDER_STAYS
    relay_provider_stop();
#endif
}
