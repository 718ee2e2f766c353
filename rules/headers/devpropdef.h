// Keys and types of device properties.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/types.h"

typedef ULONG DEVPROPTYPE, *PDEVPROPTYPE;
typedef GUID DEVPROPGUID, *PDEVPROPGUID;
typedef ULONG DEVPROPID, *PDEVPROPID;
typedef struct _DEVPROPKEY {
    DEVPROPGUID fmtid;
    DEVPROPID pid;
} DEVPROPKEY, *PDEVPROPKEY;

#define DEVPROP_TYPE_EMPTY           0x00000000
#define DEVPROP_TYPE_BYTE            0x00000003
#define DEVPROP_TYPE_INT32           0x00000006
#define DEVPROP_TYPE_UINT32          0x00000007
#define DEVPROP_TYPE_UINT64          0x00000009
#define DEVPROP_TYPE_GUID            0x0000000D
#define DEVPROP_TYPE_BOOLEAN         0x00000011
#define DEVPROP_TYPE_STRING          0x00000012
#define DEVPROP_TYPE_BINARY          0x00001003
#define DEVPROP_TYPE_STRING_LIST     0x00002012
#define DEVPROP_TRUE                 ((CHAR) - 1)
#define DEVPROP_FALSE                ((CHAR)0)
#define PLUGPLAY_PROPERTY_PERSISTENT 0x00000001
#define DEFINE_DEVPROPKEY(Name, L, W1, W2, B1, B2, B3, B4, B5, B6, B7, B8, Id) \
    EXTERN_C const DEVPROPKEY DECLSPEC_SELECTANY Name = {                      \
        { L, W1, W2, { B1, B2, B3, B4, B5, B6, B7, B8 } }, Id                  \
    }
