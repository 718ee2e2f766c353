// The native services under a header of their own, with those that the driver
// kit does not declare because drivers do it themselves.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ntifs.h"

typedef enum _SYSTEM_INFORMATION_CLASS {
    SystemBasicInformation = 0,
    SystemPerformanceInformation = 2,
    SystemTimeOfDayInformation = 3,
    SystemProcessInformation = 5,
    SystemModuleInformation = 11
} SYSTEM_INFORMATION_CLASS;

EXTERN_C_START
NTSTATUS ZwQuerySystemInformation(SYSTEM_INFORMATION_CLASS Class, PVOID Buffer,
                                  ULONG Length, PULONG Needed);
EXTERN_C_END
