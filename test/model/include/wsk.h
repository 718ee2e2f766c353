/* wsk.h - Winsock Kernel's registration, as the model runs it.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef MODEL_WSK_H
#define MODEL_WSK_H

#include "netioddk.h"

EXTERN_C_START

#define MAKE_WSK_VERSION(Mj, Mn) ((USHORT)((Mj) << 8) | (USHORT)((Mn) & 0xff))
#define WSK_NO_WAIT              0
#define WSK_INFINITE_WAIT        0xffffffff

typedef struct _WSK_CLIENT *PWSK_CLIENT;

typedef struct _WSK_REGISTRATION {
    ULONGLONG ReservedRegistrationState;
    PVOID ReservedRegistrationContext;
    ULONGLONG ReservedRegistrationLock;
} WSK_REGISTRATION, *PWSK_REGISTRATION;

typedef struct _WSK_CLIENT_DISPATCH {
    USHORT Version;
    USHORT Reserved;
    PVOID WskClientEvent;
} WSK_CLIENT_DISPATCH;
typedef const WSK_CLIENT_DISPATCH *PWSK_CLIENT_DISPATCH;

typedef struct _WSK_CLIENT_NPI {
    PVOID ClientContext;
    PWSK_CLIENT_DISPATCH Dispatch;
} WSK_CLIENT_NPI, *PWSK_CLIENT_NPI;

typedef struct _WSK_PROVIDER_DISPATCH {
    USHORT Version;
    USHORT Reserved;
} WSK_PROVIDER_DISPATCH;
typedef const WSK_PROVIDER_DISPATCH *PWSK_PROVIDER_DISPATCH;

typedef struct _WSK_PROVIDER_NPI {
    PWSK_CLIENT Client;
    PWSK_PROVIDER_DISPATCH Dispatch;
} WSK_PROVIDER_NPI, *PWSK_PROVIDER_NPI;

NTSTATUS WskRegister(PWSK_CLIENT_NPI WskClientNpi,
                     PWSK_REGISTRATION WskRegistration);
NTSTATUS WskCaptureProviderNPI(PWSK_REGISTRATION WskRegistration,
                               ULONG WaitTimeout,
                               PWSK_PROVIDER_NPI WskProviderNpi);
VOID WskReleaseProviderNPI(PWSK_REGISTRATION WskRegistration);
VOID WskDeregister(PWSK_REGISTRATION WskRegistration);

EXTERN_C_END

#define WskRegister(N, R) (MODEL_HERE, WskRegister(N, R))
#define WskCaptureProviderNPI(R, T, N) \
    (MODEL_HERE, WskCaptureProviderNPI(R, T, N))
#define WskReleaseProviderNPI(R) (MODEL_HERE, WskReleaseProviderNPI(R))
#define WskDeregister(R)         (MODEL_HERE, WskDeregister(R))

#endif
