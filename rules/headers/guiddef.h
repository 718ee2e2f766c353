// GUID, and DEFINE_GUID: a declaration, or with INITGUID a definition. It may
// be included again after INITGUID was defined.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/guid.h"
#include "string.h"

#ifndef EXTERN_C
#ifdef __cplusplus
#define EXTERN_C extern "C"
#else
#define EXTERN_C extern
#endif
#endif

#undef DEFINE_GUID
#ifdef INITGUID
#define DEFINE_GUID(Name, L, W1, W2, B1, B2, B3, B4, B5, B6, B7, B8) \
    EXTERN_C const GUID __declspec(selectany) Name = {               \
        L, W1, W2, { B1, B2, B3, B4, B5, B6, B7, B8 }                \
    }
#else
#define DEFINE_GUID(Name, L, W1, W2, B1, B2, B3, B4, B5, B6, B7, B8) \
    EXTERN_C const GUID Name
#endif
#undef DEFINE_OLEGUID
#define DEFINE_OLEGUID(Name, L, W1, W2) \
    DEFINE_GUID(Name, L, W1, W2, 0xC0, 0, 0, 0, 0, 0, 0, 0x46)
