// WskRegister, capture with a time-out, release, deregister; the faulty entry
// twin returns the capture failure without deregistering.
// RUN: %right OK
// RUN: %right FLAG
// RUN: %fault BAD
// RUN: %fault BAD_CAPTURE
// RUN: %fault BAD_ENTRY
// RUN: %fault BAD_RELEASE
#include <ntddk.h>
#include <wsk.h>

static const WSK_CLIENT_DISPATCH Dispatch = { MAKE_WSK_VERSION(1, 0), 0, NULL };
static WSK_CLIENT_NPI ClientNpi;
static WSK_REGISTRATION Registration;
static WSK_PROVIDER_NPI ProviderNpi;
static BOOLEAN Up;

static NTSTATUS SocketsUp(void)
{
    NTSTATUS Status;

    ClientNpi.ClientContext = NULL;
    ClientNpi.Dispatch = &Dispatch;
    Status = WskRegister(&ClientNpi, &Registration);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = WskCaptureProviderNPI(&Registration, WSK_INFINITE_WAIT,
        &ProviderNpi);
#ifdef BAD_ENTRY
    if (!NT_SUCCESS(Status))
        return Status;
#else
    if (!NT_SUCCESS(Status)) {
        WskDeregister(&Registration);
        return Status;
    }
#endif
    Up = TRUE;
    return STATUS_SUCCESS;
}

static void SocketsDown(void)
{
#if defined(BAD_CAPTURE)
    WskDeregister(&Registration);
    // BAD_CAPTURE: :[[#@LINE-1]]:5: error: {{.*}} [wsk/deregister-while-captured]
#elif defined(BAD_RELEASE)
    Up = FALSE;
#else
    WskReleaseProviderNPI(&Registration);
    WskDeregister(&Registration);
#endif
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
#if defined(FLAG)
    if (Up)
        SocketsDown();
#elif defined(BAD)
    if (!Up)
        SocketsDown();
#else
    SocketsDown();
#endif
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [wsk/npi-not-released]
// BAD: :[[#@LINE-2]]:1: error: {{.*}} [wsk/unload-returns-registered]
// BAD_RELEASE: :[[#@LINE-3]]:1: error: {{.*}} [wsk/npi-not-released]
// BAD_RELEASE: :[[#@LINE-4]]:1: error: {{.*}} [wsk/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    return SocketsUp();
    // BAD_ENTRY: :[[#@LINE-1]]:5: error: {{.*}} [wsk/entry-fails-registered]
}
