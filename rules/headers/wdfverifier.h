// Stopping in the debugger.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "wdftypes.h"
#include "wdfobject.h"

EXTERN_C_START

EXTERN_C_END

EXTERN_C_START
VOID WdfVerifierDbgBreakPoint(VOID);
VOID WdfVerifierKeBugCheck(ULONG Code, ULONG_PTR Parameter1,
                           ULONG_PTR Parameter2, ULONG_PTR Parameter3,
                           ULONG_PTR Parameter4);
PVOID WdfGetTriageInfo(VOID);
EXTERN_C_END
