// Auxiliary kernel library: loaded modules.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/io.h"

#define AUX_KLIB_MODULE_PATH_LEN 256
typedef struct _AUX_MODULE_BASIC_INFO {
    PVOID ImageBase;
} AUX_MODULE_BASIC_INFO, *PAUX_MODULE_BASIC_INFO;
typedef struct _AUX_MODULE_EXTENDED_INFO {
    AUX_MODULE_BASIC_INFO BasicInfo;
    ULONG ImageSize;
    USHORT FileNameOffset;
    UCHAR FullPathName[AUX_KLIB_MODULE_PATH_LEN];
} AUX_MODULE_EXTENDED_INFO, *PAUX_MODULE_EXTENDED_INFO;
EXTERN_C_START
NTSTATUS AuxKlibInitialize(VOID);
NTSTATUS AuxKlibQueryModuleInformation(PULONG Size, ULONG ElementSize,
                                       PVOID Information);
NTSTATUS AuxKlibGetImageExportDirectory(PVOID Base);
NTSTATUS AuxKlibEnumerateSystemFirmwareTables(ULONG Signature, PVOID Buffer,
                                              ULONG Length, PULONG Needed);
EXTERN_C_END
