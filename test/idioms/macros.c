// The call stands inside a goto macro and function names are pasted together;
// the place reported is the user's line.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault BAD_GOTO
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

#define MODULE Sample
#define PASTE2(a, b) a##b
#define PASTE(a, b) PASTE2(a, b)
#define FN(name) PASTE(MODULE, name)
#define TRY(expression)                                                       \
    do {                                                                      \
        Status = (expression);                                                \
        if (!NT_SUCCESS(Status))                                              \
            goto Exit;                                                        \
    } while (0)
#define DEREGISTER(Kind, Handle)                                              \
    (NmrDeregister##Kind(Handle) == STATUS_PENDING                            \
            ? NmrWaitFor##Kind##DeregisterComplete(Handle)                    \
            : STATUS_SUCCESS)
#define DEREGISTER_ONLY(Kind, Handle) ((void)NmrDeregister##Kind(Handle))
#define STOP(Handle)                                                          \
    if ((Handle) != NULL) {                                                   \
        DEREGISTER(Client, Handle);                                           \
        (Handle) = NULL;                                                      \
    }

static HANDLE FN(Handle);

static void FN(Stop)(void)
{
#ifdef BAD
    if (SampleHandle != NULL)
        DEREGISTER_ONLY(Client, SampleHandle);
#else
    STOP(SampleHandle)
#endif
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    SampleStop();
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT Device;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
#ifdef BAD_GOTO
    TRY(NmrRegisterClient(&Client, NULL, &FN(Handle)));
#endif
    TRY(IoCreateDevice(DriverObject, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE,
        &Device));
#ifndef BAD_GOTO
    TRY(NmrRegisterClient(&Client, NULL, &FN(Handle)));
#endif
    return STATUS_SUCCESS;
Exit:
    return Status;
    // BAD_GOTO: :[[#@LINE-1]]:5: error: {{.*}} [nmr/entry-fails-registered]
}
