/* client.c - the relay as a client: it finds the provider it passes on to.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include "relay.h"

/* The one provider that is attached, or a record of zeroes. */
static struct {
    HANDLE handle;
    KSPIN_LOCK lock;
    EX_RUNDOWN_REF calls;
    const struct relay_dispatch *dispatch;
    PVOID binding;
} Client;

static NTSTATUS attach(HANDLE Binding, PVOID Context,
                       PNPI_REGISTRATION_INSTANCE Provider)
{
    const VOID *dispatch = NULL;
    PVOID provider = NULL;
    NTSTATUS status;

    if (Client.dispatch != NULL || Provider->Number != 0)
        return STATUS_NOINTERFACE;
    status = NmrClientAttachProvider(Binding, Context, &Client, &provider,
                                     &dispatch);
    if (!NT_SUCCESS(status))
        return status;
    ExReInitializeRundownProtection(&Client.calls);
    Client.binding = provider;
    Client.dispatch = dispatch;
    return STATUS_SUCCESS;
}

static NTSTATUS detach(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
    ExWaitForRundownProtectionRelease(&Client.calls);
    Client.dispatch = NULL;
    Client.binding = NULL;
    return STATUS_SUCCESS;
}

static VOID cleanup(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
    DbgPrint("relay: the provider is gone\n");
}

static const NPI_CLIENT_CHARACTERISTICS Characteristics = {
    .Length = sizeof(Characteristics),
    .ClientAttachProvider = attach,
    .ClientDetachProvider = detach,
    .ClientCleanupBindingContext = cleanup,
    .ClientRegistrationInstance = { .Size = sizeof(NPI_REGISTRATION_INSTANCE),
                                    .NpiId = &RelayNpi,
                                    .ModuleId = &RelayModule },
};

NTSTATUS relay_client_start(VOID)
{
    KeInitializeSpinLock(&Client.lock);
    ExInitializeRundownProtection(&Client.calls);
    ExWaitForRundownProtectionRelease(&Client.calls);
    return NmrRegisterClient(&Characteristics, NULL, &Client.handle);
}

VOID relay_client_stop(VOID)
{
    NTSTATUS status;

    if (Client.handle == NULL)
        return;
    status = NmrDeregisterClient(Client.handle);
#ifdef FAULT_CLIENT_NOT_WAITED_FOR
    if (!NT_SUCCESS(status))
#else
    if (status == STATUS_PENDING)
#endif
        NmrWaitForClientDeregisterComplete(Client.handle);
#ifndef FAULT_CLIENT_NOT_WAITED_FOR
    Client.handle = NULL;
#endif
}

NTSTATUS relay_client_send(PVOID Packet)
{
    NTSTATUS status;

    if (!ExAcquireRundownProtection(&Client.calls))
        return STATUS_DEVICE_NOT_READY;
    status = Client.dispatch->send(Client.binding, Packet);
    ExReleaseRundownProtection(&Client.calls);
    return status;
}
