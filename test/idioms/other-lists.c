// Two kinds of contexts on lists of their own: what is done to those of the one
// list is nothing to the registrations of the other. The result of starting goes
// through a table that nobody changes.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault BAD_TABLE
// RUN: %unloadcheck dump slice %s -- -DOK | FileCheck --check-prefix=SLICE %s
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/provider.h"

struct hook {
    LIST_ENTRY Link;
    HANDLE Handle;
};
struct flow {
    ULONG64 Id;
    LIST_ENTRY Link;
};
static LIST_ENTRY Hooks;
static LIST_ENTRY Flows;

static const NTSTATUS Results[] = {
    STATUS_SUCCESS,
#ifdef BAD_TABLE
    STATUS_UNSUCCESSFUL,
#endif
    STATUS_INSUFFICIENT_RESOURCES,
};

static void ForgetFlows(ULONG64 Below)
{
    PLIST_ENTRY Next = Flows.Flink;

    while (Next != &Flows) {
        struct flow *Flow = CONTAINING_RECORD(Next, struct flow, Link);
        Next = Next->Flink;
        if (Flow->Id < Below) {
            Flow->Link.Blink->Flink = Flow->Link.Flink;
            Flow->Link.Flink->Blink = Flow->Link.Blink;
            ExFreePoolWithTag(Flow, 'wolF');
            // SLICE: ForgetFlows, off the protocols
            // SLICE-NOT: [[#@LINE-2]]:{{.*}} call
            // SLICE: FreeHooks
        }
    }
}

static void AddFlow(ULONG64 Id)
{
    struct flow *Flow =
        ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*Flow), 'wolF');

    if (Flow) {
        Flow->Id = Id;
        InsertTailList(&Flows, &Flow->Link);
    }
}

static void FreeHooks(void)
{
    while (Hooks.Flink != &Hooks) {
        struct hook *Hook = CONTAINING_RECORD(Hooks.Flink, struct hook, Link);
        Hooks.Flink = Hook->Link.Flink;
        Hook->Link.Flink->Blink = &Hooks;
        NTSTATUS Status = NmrDeregisterProvider(Hook->Handle);
#ifdef BAD
        if (!NT_SUCCESS(Status))
#else
        if (Status == STATUS_PENDING)
#endif
            NmrWaitForProviderDeregisterComplete(Hook->Handle);
        ExFreePoolWithTag(Hook, 'kooH');
    }
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    ForgetFlows(MAXULONG64);
    FreeHooks();
}
// BAD: error: {{.*}} [nmr/{{handle-lost|unload-returns-pending}}]

static ULONG StartHook(void)
{
    struct hook *Hook =
        ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*Hook), 'kooH');

    if (!Hook)
        return RTL_NUMBER_OF(Results) - 1;
    if (!NT_SUCCESS(NmrRegisterProvider(&Provider, Hook, &Hook->Handle))) {
        ExFreePoolWithTag(Hook, 'kooH');
        return RTL_NUMBER_OF(Results) - 1;
    }
    InsertTailList(&Hooks, &Hook->Link);
    return RTL_NUMBER_OF(Results) - 2;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    InitializeListHead(&Hooks);
    InitializeListHead(&Flows);
    AddFlow(1);
    DriverObject->DriverUnload = DriverUnload;
    return Results[StartHook()];
}
// BAD_TABLE: error: {{.*}} [nmr/entry-fails-registered]
