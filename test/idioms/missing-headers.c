// Generated headers that are nowhere; unknown type, unknown function and
// unknown macro-like calls around the pair; a statement with an error in it is
// not the end of the function.
// RUN: %unloadcheck %s -- -DOK | count 0
// RUN: not %unloadcheck --format=brief %s -- -DBAD \
// RUN:   | FileCheck %s --check-prefix=BAD --implicit-check-not=error:
#include <ntddk.h>
#include <netioddk.h>
#include "git_commit_id.h"
#include "events.h"
#include "trace.tmh"
#include "Inputs/client.h"

static HANDLE ClientHandle;
static EVENT_THING Thing;

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNKNOWN_STATE State = UnknownStart(DriverObject);
    NTSTATUS Status;

    EventWriteUnload(NULL, State);
    Status = NmrDeregisterClient(ClientHandle);
    TraceStatus(TRACE_LEVEL_INFO, Status);
#ifndef BAD
    if (Status == STATUS_PENDING)
        Status = NmrWaitForClientDeregisterComplete(ClientHandle);
#endif
    TraceStatus(TRACE_LEVEL_INFO, Status);
    EventUnregisterSample(&Thing);
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    return NmrRegisterClient(&Client, NULL, &ClientHandle);
}
