// RtlRunOnceExecuteOnce calls its routine; a function without a body may return
// anything and cannot complete a registration.
// RUN: %right ONCE
// RUN: %right UNKNOWN
// RUN: %fault BAD_ONCE
// RUN: %fault BAD_UNKNOWN
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

static HANDLE ClientHandle;
static RTL_RUN_ONCE Once = RTL_RUN_ONCE_INIT;

BOOLEAN SampleLibraryIsUp(HANDLE Handle);
VOID SampleLibraryStop(PVOID Context);

static ULONG NTAPI OnceRoutine(PRTL_RUN_ONCE RunOnce, PVOID Parameter,
    PVOID *Context)
{
    UNREFERENCED_PARAMETER(RunOnce);
    UNREFERENCED_PARAMETER(Parameter);
    UNREFERENCED_PARAMETER(Context);
    return NT_SUCCESS(NmrRegisterClient(&Client, NULL, &ClientHandle));
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
#if defined(UNKNOWN)
    SampleLibraryStop(DriverObject);
#elif defined(BAD_ONCE)
    if (ClientHandle == NULL)
        return;
    if (ClientHandle != NULL)
        return;
        // BAD_ONCE: :[[#@LINE-1]]:9: error: {{.*}} [nmr/unload-returns-registered]
#elif defined(BAD_UNKNOWN)
    if (!SampleLibraryIsUp(ClientHandle))
        return;
        // BAD_UNKNOWN: :[[#@LINE-1]]:9: error: {{.*}} [nmr/unload-returns-registered]
#else
    if (ClientHandle == NULL)
        return;
#endif
    SampleLibraryStop(DriverObject);
    if (NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
#if defined(UNKNOWN) || defined(BAD_UNKNOWN)
    return NmrRegisterClient(&Client, NULL, &ClientHandle);
#else
    return RtlRunOnceExecuteOnce(&Once, OnceRoutine, NULL, NULL);
#endif
}
