/* nmr.c - the Network Module Registrar.
 *
 *   none --Register--> registered --Deregister PENDING--> pending --Wait--> done
 *                          |-------Deregister SUCCESS---------------------> done
 *                          |-------Deregister error---------------------> failed
 *
 * A handle is a number no address can be, so a look through memory tells
 * whether the driver still has it.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include "nmr.h"

#include "memory.h"
#include "run.h"

#include <string.h>

#undef NmrRegisterClient
#undef NmrDeregisterClient
#undef NmrWaitForClientDeregisterComplete
#undef NmrRegisterProvider
#undef NmrDeregisterProvider
#undef NmrWaitForProviderDeregisterComplete

#define HANDLE_BASE    0x6d6f64656c000000ULL
#define HANDLE_STEP    0x10ULL
#define BINDING_OFFSET 0x800000ULL

static const char *const kind_names[] = {"client", "provider", "WSK client"};

uint64_t nmr_handle_word(const struct registration *registration)
{
    return HANDLE_BASE + registration->number * HANDLE_STEP;
}

static void *handle_of(const struct registration *registration)
{
    return (void *)(uintptr_t)nmr_handle_word(registration);
}

static struct registration *find_word(uint64_t word)
{
    for (size_t i = 0; i < world.registration_count; i++) {
        struct registration *registration = &world.registrations[i];
        if (registration->kind != KIND_WSK &&
            nmr_handle_word(registration) == word)
            return registration;
    }
    return NULL;
}

static bool number_taken(uint32_t number)
{
    for (size_t i = 0; i < world.registration_count; i++)
        if (world.registrations[i].number == number)
            return true;
    return false;
}

struct registration *nmr_add(enum kind kind)
{
    struct registration *registration;
    uint32_t number = 1;

    if (world.registration_count == WORLD_REGISTRATIONS)
        run_end(END_HANG);
    while (number_taken(number))
        number++;
    registration = &world.registrations[world.registration_count++];
    memset(registration, 0, sizeof(*registration));
    registration->kind = kind;
    registration->state = STATE_REGISTERED;
    registration->number = number;
    registration->site = run.here;
    return registration;
}

/* Bindings. */

static bool can_attach(const struct registration *registration)
{
    if (!registration->characteristics)
        return false;
    if (registration->kind == KIND_CLIENT)
        return ((PNPI_CLIENT_CHARACTERISTICS)registration->characteristics)
                   ->ClientAttachProvider != NULL;
    return ((PNPI_PROVIDER_CHARACTERISTICS)registration->characteristics)
               ->ProviderAttachClient != NULL;
}

bool nmr_may_attach(const struct registration *registration)
{
    return registration->kind != KIND_WSK &&
           registration->state == STATE_REGISTERED &&
           registration->bindings < WORLD_BINDINGS && !registration->lost && can_attach(registration);
}

static NTSTATUS call_attach(struct registration *registration, PVOID *context)
{
    static const NPI_REGISTRATION_INSTANCE other = {.Size = sizeof(other)};
    HANDLE binding =
        (HANDLE)(uintptr_t)(nmr_handle_word(registration) + BINDING_OFFSET);

    if (registration->kind == KIND_CLIENT) {
        PNPI_CLIENT_CHARACTERISTICS client = registration->characteristics;
        return client->ClientAttachProvider(binding, registration->context,
                                            &other);
    }
    PNPI_PROVIDER_CHARACTERISTICS provider = registration->characteristics;
    const VOID *dispatch = NULL;
    return provider->ProviderAttachClient(binding, registration->context,
                                          &other, NULL, &other,
                                          context, &dispatch);
}

void nmr_attach(struct registration *registration)
{
    struct registration *outer = world.calling;
    uint32_t binding = registration->bindings;
    NTSTATUS status;

    run_event("the attach routine of %s %u is called",
              kind_names[registration->kind], registration->number);
    world.calling = registration;
    status = call_attach(registration,
                         &registration->binding_contexts[binding]);
    world.calling = outer;
    if (NT_SUCCESS(status))
        registration->bindings++;
    else
        registration->binding_contexts[binding] = NULL;
}

static void call_detach(struct registration *registration, PVOID context)
{
    if (registration->kind == KIND_CLIENT) {
        PNPI_CLIENT_CHARACTERISTICS client = registration->characteristics;
        if (client->ClientDetachProvider)
            client->ClientDetachProvider(context);
        if (client->ClientCleanupBindingContext)
            client->ClientCleanupBindingContext(context);
        return;
    }
    PNPI_PROVIDER_CHARACTERISTICS provider = registration->characteristics;
    if (provider->ProviderDetachClient)
        provider->ProviderDetachClient(context);
    if (provider->ProviderCleanupBindingContext)
        provider->ProviderCleanupBindingContext(context);
}

static PVOID take_binding(struct registration *registration, uint32_t binding)
{
    PVOID context = registration->binding_contexts[binding];
    uint32_t last = --registration->bindings;

    for (uint32_t i = binding; i < last; i++)
        registration->binding_contexts[i] =
            registration->binding_contexts[i + 1];
    registration->binding_contexts[last] = NULL;
    return context;
}

void nmr_detach(struct registration *registration, uint32_t binding)
{
    struct registration *outer = world.calling;
    PVOID context = take_binding(registration, binding);

    run_event("the detach routine of %s %u is called",
              kind_names[registration->kind], registration->number);
    world.calling = registration;
    call_detach(registration, context);
    world.calling = outer;
}

/* Nothing is left attached behind a deregistration that is complete. */
static void detach_all(struct registration *registration)
{
    while (registration->bindings > 0)
        nmr_detach(registration, 0);
}

NTSTATUS NmrClientAttachProvider(HANDLE binding, PVOID context,
                                 const VOID *dispatch, PVOID *provider_context,
                                 const VOID **provider_dispatch)
{
    static const ULONG_PTR other_dispatch[8];
    struct registration *registration =
        find_word((uintptr_t)binding - BINDING_OFFSET);

    (void)dispatch;
    if (!registration || registration->bindings == WORLD_BINDINGS ||
        run_choose(2) == 1) {
        run_event("NmrClientAttachProvider fails");
        return STATUS_NOINTERFACE;
    }
    run_event("NmrClientAttachProvider succeeds");
    registration->binding_contexts[registration->bindings] = context;
    if (provider_context)
        *provider_context = NULL;
    if (provider_dispatch)
        *provider_dispatch = other_dispatch;
    return STATUS_SUCCESS;
}

VOID NmrClientDetachProviderComplete(HANDLE binding)
{
    (void)binding;
}

VOID NmrProviderDetachClientComplete(HANDLE binding)
{
    (void)binding;
}

/* Register. */

static NTSTATUS register_module(enum kind kind, const void *characteristics,
                                void *context, HANDLE *handle)
{
    enum { SUCCEEDS, FAILS, SUCCEEDS_AND_ATTACHES };
    struct registration module = {.kind = kind,
                                  .state = STATE_REGISTERED,
                                  .characteristics = characteristics};
    unsigned outcome = run_choose(nmr_may_attach(&module) ? 3 : 2);
    struct registration *registration;

    if (outcome == FAILS) {
        run_event("registering the %s fails", kind_names[kind]);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    registration = nmr_add(kind);
    registration->characteristics = characteristics;
    registration->context = context;
    *handle = handle_of(registration);
    run_event("%s %u is registered", kind_names[kind], registration->number);
    if (outcome == SUCCEEDS_AND_ATTACHES)
        nmr_attach(registration);
    return STATUS_SUCCESS;
}

NTSTATUS NmrRegisterClient(PNPI_CLIENT_CHARACTERISTICS characteristics,
                           PVOID context, PHANDLE handle)
{
    return register_module(KIND_CLIENT, characteristics, context, handle);
}

NTSTATUS NmrRegisterProvider(PNPI_PROVIDER_CHARACTERISTICS characteristics,
                             PVOID context, PHANDLE handle)
{
    return register_module(KIND_PROVIDER, characteristics, context, handle);
}

/* Deregister and Wait. */

/* The stack of the routines that called lies above this one. */
static bool is_address(HANDLE argument)
{
    uintptr_t here = (uintptr_t)&argument;
    uintptr_t address = (uintptr_t)argument;

    return memory_owns(address) ||
           (address > here && address - here < 256 * 1024);
}

static void refuse_address(const char *call, HANDLE argument)
{
    uint64_t word;

    memcpy(&word, argument, sizeof(word));
    run_event("%s is given an address, not a handle", call);
    run_fault(RULE_WRONG_HANDLE, find_word(word), call);
    run_open_fault(RULE_DEREGISTER_UNREGISTERED, find_word(word), call);
    run_end(END_FAULT);
}

/* A handle read from freed pool may be anything by now. */
static void refuse_freed(const char *call, HANDLE argument)
{
    uint64_t freed;

    memset(&freed, MEMORY_FREED, sizeof(freed));
    if ((uintptr_t)argument != freed)
        return;
    run_event("%s is given what stands in freed memory", call);
    run_open_fault(RULE_DEREGISTER_UNREGISTERED, NULL, call);
    run_end(END_UNDEFINED);
}

static void check_kind(const char *call, enum kind kind,
                       struct registration *registration)
{
    if (registration->kind == kind)
        return;
    run_event("%s is given the handle of a %s", call,
              kind_names[registration->kind]);
    run_fault(RULE_WRONG_HANDLE, registration, call);
    run_end(END_FAULT);
}

static NTSTATUS any_deregistration(void)
{
    static const NTSTATUS results[] = {STATUS_PENDING, STATUS_SUCCESS,
                                       STATUS_INVALID_PARAMETER};

    return results[run_choose(RTL_NUMBER_OF(results))];
}

static NTSTATUS finish_deregistration(struct registration *registration)
{
    /* What takes the fewest events is tried first. */
    enum { SUCCEEDS, FAILS, PENDING };
    static const char *const outcomes[] = {
        "STATUS_SUCCESS", "STATUS_INVALID_PARAMETER", "STATUS_PENDING"};
    unsigned outcome = run_choose(3);

    run_event("deregistering %s %u gives %s", kind_names[registration->kind],
              registration->number, outcomes[outcome]);
    if (outcome == FAILS) {
        registration->state = STATE_FAILED;
        return STATUS_INVALID_PARAMETER;
    }
    registration->state = STATE_PENDING;
    if (outcome == PENDING)
        return STATUS_PENDING;
    detach_all(registration);
    registration->state = STATE_DONE;
    return STATUS_SUCCESS;
}

static NTSTATUS deregister(enum kind kind, const char *call, HANDLE handle)
{
    struct registration *registration = find_word((uintptr_t)handle);

    refuse_freed(call, handle);
    if (!registration && is_address(handle))
        refuse_address(call, handle);
    if (!registration) {
        run_event("%s is given %s", call,
                  handle ? "what was never a handle" : "NULL");
        run_hiding_fault(RULE_DEREGISTER_UNREGISTERED, NULL, call);
        if (handle)
            run_end(END_FAULT);
        return any_deregistration();
    }
    check_kind(call, kind, registration);
    if (registration->state == STATE_FAILED) {
        run_event("%s is tried again on what had failed", call);
        run_open_fault(RULE_DEREGISTER_UNREGISTERED, registration, call);
        return STATUS_INVALID_PARAMETER;
    }
    if (registration->state != STATE_REGISTERED) {
        run_event("%s is given a handle deregistered before", call);
        run_hiding_fault(RULE_DEREGISTER_UNREGISTERED, registration, call);
        return any_deregistration();
    }
    return finish_deregistration(registration);
}

static void check_wait(struct registration *registration, const char *call)
{
    if (world.irql >= DISPATCH_LEVEL) {
        run_event("%s at a raised IRQL", call);
        run_fault(RULE_WAIT_RAISED_IRQL, registration, call);
        run_end(END_FAULT);
    }
    if (world.calling == registration &&
        registration->state == STATE_PENDING) {
        run_event("%s waits for the routine it stands in", call);
        run_fault(RULE_WAIT_IN_CALLBACK, registration, call);
        run_end(END_FAULT);
    }
}

static NTSTATUS wait_for(enum kind kind, const char *call, HANDLE handle)
{
    struct registration *registration = find_word((uintptr_t)handle);

    refuse_freed(call, handle);
    if (!registration && is_address(handle))
        refuse_address(call, handle);
    if (!registration) {
        run_event("%s is given %s and waits for nothing", call,
                  handle ? "what was never a handle" : "NULL");
        run_open_fault(RULE_WAIT_WITHOUT_DEREGISTER, NULL, call);
        return STATUS_INVALID_PARAMETER;
    }
    check_kind(call, kind, registration);
    check_wait(registration, call);
    if (registration->state == STATE_REGISTERED) {
        run_event("%s before deregistering waits for nothing", call);
        run_fault(RULE_WAIT_WITHOUT_DEREGISTER, registration, call);
        registration->faulted = true;
        return STATUS_INVALID_PARAMETER;
    }
    run_event("%s: %s %u is gone", call, kind_names[kind],
              registration->number);
    detach_all(registration);
    if (registration->state == STATE_PENDING)
        registration->state = STATE_DONE;
    return STATUS_SUCCESS;
}

NTSTATUS NmrDeregisterClient(HANDLE handle)
{
    return deregister(KIND_CLIENT, "NmrDeregisterClient", handle);
}

NTSTATUS NmrDeregisterProvider(HANDLE handle)
{
    return deregister(KIND_PROVIDER, "NmrDeregisterProvider", handle);
}

NTSTATUS NmrWaitForClientDeregisterComplete(HANDLE handle)
{
    return wait_for(KIND_CLIENT, "NmrWaitForClientDeregisterComplete", handle);
}

NTSTATUS NmrWaitForProviderDeregisterComplete(HANDLE handle)
{
    return wait_for(KIND_PROVIDER, "NmrWaitForProviderDeregisterComplete",
                    handle);
}
