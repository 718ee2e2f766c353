/* shared.c - stops without waiting, where its project does not say better.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include "shared.h"

static NPI_CLIENT_CHARACTERISTICS Characteristics;
static HANDLE Client;

NTSTATUS SharedStart(void)
{
    return NmrRegisterClient(&Characteristics, NULL, &Client);
}

void SharedStop(void)
{
    NTSTATUS status = NmrDeregisterClient(Client);

    if (SHARED_WAITS && status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
}
