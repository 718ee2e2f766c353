/* module.h - what every small driver of these tests needs and none is about.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include <ntddk.h>
#include <netioddk.h>
#include <wsk.h>

static const NPI_CLIENT_CHARACTERISTICS Client;
static const NPI_PROVIDER_CHARACTERISTICS Provider;

static inline void stop_client(HANDLE Handle)
{
    if (NmrDeregisterClient(Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Handle);
}

static inline void stop_provider(HANDLE Handle)
{
    if (NmrDeregisterProvider(Handle) == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(Handle);
}
