/* provider.c - the relay as a provider: clients attach, and send through it.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include "relay.h"

/* One client that is attached. */
struct relay_user {
    LIST_ENTRY link;
    ULONG packets;
};

/* On the heap, as it is with a driver that has one for each network. */
struct relay_provider {
    HANDLE handle;
    KSPIN_LOCK lock;
    LIST_ENTRY users;
};

static struct relay_provider *Provider;

static NTSTATUS send(PVOID Context, PVOID Packet)
{
    struct relay_user *user = Context;

    user->packets++;
    return relay_client_send(Packet);
}

static const struct relay_dispatch Dispatch = { .version = 1, .send = send };

static NTSTATUS attach(HANDLE Binding, PVOID Context,
                       PNPI_REGISTRATION_INSTANCE Client, PVOID ClientContext,
                       const VOID *ClientDispatch, PVOID *ProviderContext,
                       const VOID **ProviderDispatch)
{
    struct relay_provider *provider = Context;
    struct relay_user *user;
    KIRQL level;

    UNREFERENCED_PARAMETER(Binding);
    UNREFERENCED_PARAMETER(Client);
    UNREFERENCED_PARAMETER(ClientContext);
    UNREFERENCED_PARAMETER(ClientDispatch);
    user = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*user), RELAY_TAG);
    if (user == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    user->packets = 0;
    KeAcquireSpinLock(&provider->lock, &level);
    InsertTailList(&provider->users, &user->link);
    KeReleaseSpinLock(&provider->lock, level);
    *ProviderContext = user;
    *ProviderDispatch = &Dispatch;
    return STATUS_SUCCESS;
}

static NTSTATUS detach(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
    return STATUS_SUCCESS;
}

static VOID cleanup(PVOID Context)
{
    struct relay_user *user = Context;

    RemoveEntryList(&user->link);
    ExFreePoolWithTag(user, RELAY_TAG);
}

static const NPI_PROVIDER_CHARACTERISTICS Characteristics = {
    .Length = sizeof(Characteristics),
    .ProviderAttachClient = attach,
    .ProviderDetachClient = detach,
    .ProviderCleanupBindingContext = cleanup,
    .ProviderRegistrationInstance = { .Size =
                                          sizeof(NPI_REGISTRATION_INSTANCE),
                                      .NpiId = &RelayNpi,
                                      .ModuleId = &RelayModule },
};

NTSTATUS relay_provider_start(VOID)
{
    struct relay_provider *provider;
    NTSTATUS status;

    provider =
        ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*provider), RELAY_TAG);
    if (provider == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    RtlZeroMemory(provider, sizeof(*provider));
    KeInitializeSpinLock(&provider->lock);
    InitializeListHead(&provider->users);
    status = NmrRegisterProvider(&Characteristics, provider, &provider->handle);
    if (!NT_SUCCESS(status)) {
        ExFreePoolWithTag(provider, RELAY_TAG);
        return status;
    }
    Provider = provider;
    return STATUS_SUCCESS;
}

VOID relay_provider_stop(VOID)
{
    struct relay_provider *provider = Provider;
    NTSTATUS status;

    if (provider == NULL)
        return;
    status = NmrDeregisterProvider(provider->handle);
#ifndef FAULT_FREED_WHILE_PENDING
    if (status == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(provider->handle);
#endif
    DbgPrint("relay: stopped: %x\n", status);
    Provider = NULL;
    ExFreePoolWithTag(provider, RELAY_TAG);
}
