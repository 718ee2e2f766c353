// Management instrumentation of storage miniports.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "srb.h"
#include "wmistr.h"

typedef struct _SCSIWMI_REQUEST_CONTEXT {
    PVOID UserContext;
    ULONG BufferSize;
    PUCHAR Buffer;
    UCHAR MinorFunction;
    UCHAR ReturnStatus;
    ULONG ReturnSize;
} SCSIWMI_REQUEST_CONTEXT, *PSCSIWMI_REQUEST_CONTEXT;
typedef struct {
    LPCGUID Guid;
    ULONG InstanceCount;
    ULONG Flags;
} SCSIWMIGUIDREGINFO, *PSCSIWMIGUIDREGINFO;
typedef UCHAR (*PSCSIWMI_QUERY_REGINFO)(PVOID DeviceContext,
                                        PSCSIWMI_REQUEST_CONTEXT Request,
                                        PWCHAR *MofResource);
typedef BOOLEAN (*PSCSIWMI_QUERY_DATABLOCK)(PVOID Context,
                                            PSCSIWMI_REQUEST_CONTEXT Request,
                                            ULONG GuidIndex,
                                            ULONG InstanceIndex,
                                            ULONG InstanceCount,
                                            PULONG Lengths, ULONG Available,
                                            PUCHAR Buffer);
typedef BOOLEAN (*PSCSIWMI_SET_DATABLOCK)(PVOID DeviceContext,
                                          PSCSIWMI_REQUEST_CONTEXT Request,
                                          ULONG GuidIndex, ULONG InstanceIndex,
                                          ULONG Size, PUCHAR Buffer);
typedef BOOLEAN (*PSCSIWMI_SET_DATAITEM)(PVOID DeviceContext,
                                         PSCSIWMI_REQUEST_CONTEXT Request,
                                         ULONG GuidIndex, ULONG InstanceIndex,
                                         ULONG ItemId, ULONG Size,
                                         PUCHAR Buffer);
typedef BOOLEAN (*PSCSIWMI_EXECUTE_METHOD)(PVOID DeviceContext,
                                           PSCSIWMI_REQUEST_CONTEXT Request,
                                           ULONG GuidIndex,
                                           ULONG InstanceIndex, ULONG MethodId,
                                           ULONG InSize, ULONG OutSize,
                                           PUCHAR Buffer);
typedef enum {
    ScsiWmiEventControl,
    ScsiWmiDataBlockControl
} SCSIWMI_ENABLE_DISABLE_CONTROL;
typedef BOOLEAN (*PSCSIWMI_FUNCTION_CONTROL)(
    PVOID DeviceContext, PSCSIWMI_REQUEST_CONTEXT Request, ULONG GuidIndex,
    SCSIWMI_ENABLE_DISABLE_CONTROL Function, BOOLEAN Enable);
typedef struct _SCSIWMILIB_CONTEXT {
    ULONG GuidCount;
    PSCSIWMIGUIDREGINFO GuidList;
    PSCSIWMI_QUERY_REGINFO QueryWmiRegInfo;
    PSCSIWMI_QUERY_DATABLOCK QueryWmiDataBlock;
    PSCSIWMI_SET_DATABLOCK SetWmiDataBlock;
    PSCSIWMI_SET_DATAITEM SetWmiDataItem;
    PSCSIWMI_EXECUTE_METHOD ExecuteWmiMethod;
    PSCSIWMI_FUNCTION_CONTROL WmiFunctionControl;
} SCSI_WMILIB_CONTEXT, *PSCSI_WMILIB_CONTEXT;
EXTERN_C_START
BOOLEAN ScsiPortWmiDispatchFunction(PSCSI_WMILIB_CONTEXT Context, UCHAR Minor,
                                    PVOID DeviceContext,
                                    PSCSIWMI_REQUEST_CONTEXT Request,
                                    PVOID DataPath, ULONG BufferSize,
                                    PVOID Buffer);
VOID ScsiPortWmiPostProcess(PSCSIWMI_REQUEST_CONTEXT Request, UCHAR Status,
                            ULONG Used);
EXTERN_C_END
#define ScsiPortWmiGetReturnStatus(Request) ((Request)->ReturnStatus)
#define ScsiPortWmiGetReturnSize(Request)   ((Request)->ReturnSize)
