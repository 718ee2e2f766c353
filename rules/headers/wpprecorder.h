// The in-flight recorder of traces.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "wdm.h"

typedef PVOID RECORDER_LOG;
typedef struct _RECORDER_CONFIGURE_PARAMS {
    ULONG Size;
    BOOLEAN CreateDefaultLog;
} RECORDER_CONFIGURE_PARAMS, *PRECORDER_CONFIGURE_PARAMS;
typedef struct _RECORDER_LOG_CREATE_PARAMS {
    ULONG Size;
    ULONG LogTypeMaxSize;
    ULONG TotalBufferSize;
    ULONG ErrorPartitionSize;
    CHAR LogIdentifier[16];
} RECORDER_LOG_CREATE_PARAMS, *PRECORDER_LOG_CREATE_PARAMS;

MODEL_INLINE VOID RECORDER_CONFIGURE_PARAMS_INIT(
    PRECORDER_CONFIGURE_PARAMS Parameters)
{
    RtlZeroMemory(Parameters, sizeof(RECORDER_CONFIGURE_PARAMS));
    Parameters->Size = sizeof(RECORDER_CONFIGURE_PARAMS);
    Parameters->CreateDefaultLog = TRUE;
}

EXTERN_C_START
VOID WppRecorderConfigure(PRECORDER_CONFIGURE_PARAMS Parameters);
NTSTATUS WppRecorderLogCreate(PRECORDER_LOG_CREATE_PARAMS Parameters,
                              RECORDER_LOG *Log);
VOID WppRecorderLogDelete(RECORDER_LOG Log);
RECORDER_LOG WppRecorderLogGetDefault(VOID);
BOOLEAN WppRecorderIsDefaultLogAvailable(VOID);
EXTERN_C_END
