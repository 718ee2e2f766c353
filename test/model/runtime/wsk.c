/* wsk.c - Winsock Kernel's registration: no pending state, captures that count.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include "nmr.h"
#include "run.h"

#undef WskRegister
#undef WskCaptureProviderNPI
#undef WskReleaseProviderNPI
#undef WskDeregister

/* The latest one: registering into the same object again hides the former. */
static struct registration *find_object(PWSK_REGISTRATION object)
{
    for (size_t i = world.registration_count; i-- > 0;) {
        struct registration *registration = &world.registrations[i];
        if (registration->kind == KIND_WSK &&
            registration->state == STATE_REGISTERED &&
            registration->object == (uintptr_t)object)
            return registration;
    }
    return NULL;
}

static struct registration *need_object(PWSK_REGISTRATION object,
                                        const char *call)
{
    struct registration *registration = find_object(object);

    if (!registration) {
        run_event("%s on what is not registered", call);
        run_end(END_UNDEFINED);
    }
    return registration;
}

/* What the object stood for so far has no other name. */
static void lose_object(PWSK_REGISTRATION object)
{
    struct registration *registration = find_object(object);

    if (!registration)
        return;
    run_fault(RULE_WSK_HANDLE_LOST, registration, "WskRegister");
    registration->lost = true;
    registration->faulted = true;
}

NTSTATUS WskRegister(PWSK_CLIENT_NPI npi, PWSK_REGISTRATION object)
{
    struct registration *registration;

    (void)npi;
    if (run_choose(2) == 1) {
        run_event("WskRegister fails");
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    lose_object(object);
    registration = nmr_add(KIND_WSK);
    registration->object = (uintptr_t)object;
    object->ReservedRegistrationState = 1;
    run_event("WSK client %u is registered", registration->number);
    return STATUS_SUCCESS;
}

NTSTATUS WskCaptureProviderNPI(PWSK_REGISTRATION object, ULONG timeout,
                               PWSK_PROVIDER_NPI npi)
{
    static const WSK_PROVIDER_DISPATCH dispatch;
    struct registration *registration =
        need_object(object, "WskCaptureProviderNPI");

    (void)timeout;
    if (run_choose(2) == 1) {
        run_event("WskCaptureProviderNPI fails");
        return STATUS_NOINTERFACE;
    }
    run_event("the NPI of WSK client %u is captured", registration->number);
    registration->captured++;
    npi->Client = NULL;
    npi->Dispatch = &dispatch;
    return STATUS_SUCCESS;
}

/* Where the machine has stopped as it was deregistered before, the run goes on
 * as if it had been released in time. */
VOID WskReleaseProviderNPI(PWSK_REGISTRATION object)
{
    struct registration *registration = find_object(object);

    if (world.is_hidden && (!registration || registration->captured == 0)) {
        run_event("WskReleaseProviderNPI comes too late");
        return;
    }
    registration = need_object(object, "WskReleaseProviderNPI");
    if (registration->captured == 0) {
        run_event("WskReleaseProviderNPI of what is not captured");
        run_end(END_UNDEFINED);
    }
    registration->captured--;
    run_event("the NPI of WSK client %u is released", registration->number);
}

VOID WskDeregister(PWSK_REGISTRATION object)
{
    struct registration *registration = need_object(object, "WskDeregister");

    if (registration->captured > 0) {
        run_event("WskDeregister waits for ever: the NPI is captured");
        run_hiding_fault(RULE_WSK_DEREGISTER_CAPTURED, registration,
                         "WskDeregister");
    }
    registration->state = STATE_DONE;
    object->ReservedRegistrationState = 0;
    run_event("WSK client %u is gone", registration->number);
}
