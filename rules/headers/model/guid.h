// Globally unique identifiers and how they are compared.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#ifndef GUID_DEFINED
#define GUID_DEFINED
typedef struct _GUID {
    unsigned long Data1;
    unsigned short Data2;
    unsigned short Data3;
    unsigned char Data4[8];
} GUID;
#endif

typedef GUID *LPGUID, *PGUID;
typedef const GUID *LPCGUID, *PCGUID;
typedef GUID IID, CLSID, FMTID, *LPIID, *LPCLSID;

static __inline int model_guid_equal(const GUID *Left, const GUID *Right)
{
    return __builtin_memcmp(Left, Right, sizeof(GUID)) == 0;
}

#ifdef __cplusplus
#define REFGUID   const GUID &
#define REFIID    const IID &
#define REFCLSID  const IID &
inline int IsEqualGUID(REFGUID Left, REFGUID Right)
{
    return model_guid_equal(&Left, &Right);
}
inline bool operator==(REFGUID Left, REFGUID Right)
{
    return model_guid_equal(&Left, &Right) != 0;
}
inline bool operator!=(REFGUID Left, REFGUID Right)
{
    return !(Left == Right);
}
#define InlineIsEqualGUID(Left, Right) IsEqualGUID(Left, Right)
#else
#define REFGUID  const GUID *
#define REFIID   const IID *
#define REFCLSID const IID *
#define IsEqualGUID(Left, Right)       model_guid_equal(Left, Right)
#define InlineIsEqualGUID(Left, Right) model_guid_equal(Left, Right)
#endif
#define IsEqualGUIDAligned(Left, Right) IsEqualGUID(Left, Right)
#define IsEqualIID(Left, Right)   IsEqualGUID(Left, Right)
#define IsEqualCLSID(Left, Right) IsEqualGUID(Left, Right)
