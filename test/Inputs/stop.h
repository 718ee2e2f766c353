/* stop.h - takes a client's registration back: as it should be, or, where
 * FAULT is set, without waiting.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef STOP_H
#define STOP_H

#include "nmr.h"

static VOID stop(HANDLE Handle)
{
    if (NmrDeregisterClient(Handle) == STATUS_PENDING) {
#ifndef FAULT
        NmrWaitForClientDeregisterComplete(Handle);
#endif
    }
}

#endif
