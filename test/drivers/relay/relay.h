/* relay.h - what the files of the relay driver share.
 *
 * The relay is a client of one network programming interface, and offers the
 * same interface again as a provider: what its clients send goes through it.
 * It exists twice, with wdm.c or with kmdf.c around it.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef RELAY_H
#define RELAY_H

#include <ntddk.h>
#include <netioddk.h>

#define RELAY_TAG 'yalR'

/* The interface: one call, which passes a packet on. */
struct relay_dispatch {
    ULONG version;
    NTSTATUS (*send)(PVOID Context, PVOID Packet);
};

extern const NPIID RelayNpi;
extern const NPI_MODULEID RelayModule;

/* Upwards: the provider that the relay found, if any. */
NTSTATUS relay_client_start(VOID);
VOID relay_client_stop(VOID);
NTSTATUS relay_client_send(PVOID Packet);

/* Downwards: the relay's own clients. */
NTSTATUS relay_provider_start(VOID);
VOID relay_provider_stop(VOID);

/* Both, in the right order. */
NTSTATUS relay_start(VOID);
VOID relay_stop(VOID);

#endif
