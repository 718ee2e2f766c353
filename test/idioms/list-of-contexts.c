// Each create request makes a context with a registration and puts it into a
// list; nobody knows how many there will be. The unload routine takes one after
// the other. The faulty twins take the first only, and do not wait. A request
// may make several at once; the faulty twin takes one less.
// RUN: %right OK
// RUN: %right WALK
// RUN: %right MANY
// RUN: %fault FIRST
// RUN: %fault LESS
// RUN: %fault NOWAIT
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

typedef struct _MODULE {
    LIST_ENTRY Link;
    HANDLE Handle;
} MODULE, *PMODULE;

#if defined MANY || defined LESS
enum { AtOnce = 4 };
#else
enum { AtOnce = 1 };
#endif

static LIST_ENTRY Modules;
static BOOLEAN IsMade;

static NTSTATUS Make(VOID)
{
    PMODULE Module = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(MODULE), 'M');
    NTSTATUS Status;

    if (!Module)
        return STATUS_NO_MEMORY;
    Status = NmrRegisterClient(&Client, Module, &Module->Handle);
    if (NT_SUCCESS(Status))
        InsertTailList(&Modules, &Module->Link);
    else
        ExFreePoolWithTag(Module, 'M');
    return Status;
}

static NTSTATUS Create(PDEVICE_OBJECT Device, PIRP Irp)
{
    NTSTATUS Status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
    if (AtOnce > 1 && IsMade)
        return STATUS_DEVICE_BUSY;
    for (ULONG i = 0; NT_SUCCESS(Status) && i < AtOnce; i++)
        Status = Make();
    IsMade = TRUE;
    return Status;
}

static VOID End(PMODULE Module)
{
#ifdef NOWAIT
    NmrDeregisterClient(Module->Handle);
#else
    if (NmrDeregisterClient(Module->Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Module->Handle);
#endif
    ExFreePoolWithTag(Module, 'M');
}

static VOID EndEach(VOID)
{
    PLIST_ENTRY Next;

    for (PLIST_ENTRY Entry = Modules.Flink; Entry != &Modules; Entry = Next) {
        Next = Entry->Flink;
        End(CONTAINING_RECORD(Entry, MODULE, Link));
    }
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifdef WALK
    EndEach();
#elif defined LESS
    for (ULONG i = 0; i + 1 < AtOnce && !IsListEmpty(&Modules); i++)
        End(CONTAINING_RECORD(RemoveHeadList(&Modules), MODULE, Link));
#elif defined FIRST
    if (!IsListEmpty(&Modules))
        End(CONTAINING_RECORD(RemoveHeadList(&Modules), MODULE, Link));
#else
    while (!IsListEmpty(&Modules))
        End(CONTAINING_RECORD(RemoveHeadList(&Modules), MODULE, Link));
#endif
} // FIRST: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]
// LESS: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-registered]
// NOWAIT: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    InitializeListHead(&Modules);
    Driver->MajorFunction[IRP_MJ_CREATE] = Create;
    return STATUS_SUCCESS;
}
