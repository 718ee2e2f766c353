// Many registrations in a row, the status of each dropped: which of them there
// are is told by the handles. The faulty twins forget one of them, and do not
// look whether one is there.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault NOGUARD
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

#define EACH(DO) \
    DO(Tcp) DO(Udp) DO(Icmp) DO(Arp) DO(Igmp) DO(Dhcp) DO(Dns) DO(Ntp) DO(Tls) \
    DO(Quic) DO(Http) DO(Smb)

#define HANDLE_OF(Name) static HANDLE Name;
#define REGISTER(Name) (void)NmrRegisterClient(&Client, NULL, &Name);
#define DEREGISTER(Name) \
    if (Name && NmrDeregisterClient(Name) == STATUS_PENDING) \
        NmrWaitForClientDeregisterComplete(Name);

EACH(HANDLE_OF)
HANDLE_OF(Rpc)

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    EACH(DEREGISTER)
#ifdef NOGUARD
    if (NmrDeregisterClient(Rpc) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Rpc);
    // NOGUARD: :[[#@LINE-2]]:9: error: {{.*}} [nmr/deregister-unregistered]
#elif !defined BAD
    DEREGISTER(Rpc)
#endif
} // BAD: :[[#@LINE]]:1: error: 'Rpc' {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    EACH(REGISTER)
    REGISTER(Rpc)
    return STATUS_SUCCESS;
}
