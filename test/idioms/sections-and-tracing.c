// Alloc_text pragmas, code_seg, PAGED_CODE, SAL, a tracing header that is not
// there (sample.tmh) and its format macros.
// RUN: %unloadcheck %s -- -DOK | count 0
// RUN: not %unloadcheck --format=brief %s -- -DBAD \
// RUN:   | FileCheck %s --check-prefix=BAD --implicit-check-not=error:
#include <ntddk.h>
#include <netioddk.h>
#include "sample.tmh"
#include "Inputs/client.h"

#ifndef TraceEvents
#define TraceEvents(Level, Flags, Message, ...) ((void)(Level), (void)(Flags))
#endif

DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD DriverUnload;

#ifdef ALLOC_PRAGMA
#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(PAGE, DriverUnload)
#endif

static HANDLE ClientHandle;

#pragma code_seg(push, "PAGE")
_IRQL_requires_(PASSIVE_LEVEL)
_Success_(return == STATUS_SUCCESS)
__declspec(noinline) __declspec(code_seg("PAGE"))
static NTSTATUS WaitGone(_In_ HANDLE Handle)
{
    PAGED_CODE();
    return NmrWaitForClientDeregisterComplete(Handle);
}

_Use_decl_annotations_
VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    NTSTATUS Status;

    PAGED_CODE();
    UNREFERENCED_PARAMETER(DriverObject);
    Status = NmrDeregisterClient(ClientHandle);
    TraceEvents(4, 1, "deregister %!STATUS!", Status);
#ifndef BAD
    if (Status == STATUS_PENDING)
        Status = WaitGone(ClientHandle);
#endif
    TraceEvents(4, 1, "wait %!STATUS!", Status);
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
#pragma code_seg(pop)

_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WPP_INIT_TRACING(DriverObject, RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Client, NULL, &ClientHandle);
}
