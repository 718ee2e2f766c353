// Arithmetic that says when it overflows, with its user-mode names.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ntintsafe.h"

#ifndef S_OK
#    define S_OK   ((HRESULT)0L)
#    define E_FAIL ((HRESULT)0x80004005L)
#endif
#undef SUCCEEDED
#undef FAILED
#define SUCCEEDED(Result) (((HRESULT)(Result)) >= 0)
#define FAILED(Result)    (((HRESULT)(Result)) < 0)

#define UShortAdd        RtlUShortAdd
#define UShortSub        RtlUShortSub
#define UShortMult       RtlUShortMult
#define ULongAdd         RtlULongAdd
#define ULongSub         RtlULongSub
#define ULongMult        RtlULongMult
#define ULongLongAdd     RtlULongLongAdd
#define ULongLongSub     RtlULongLongSub
#define ULongLongMult    RtlULongLongMult
#define SizeTAdd         RtlSizeTAdd
#define SizeTSub         RtlSizeTSub
#define SizeTMult        RtlSizeTMult
#define ULongPtrAdd      RtlULongPtrAdd
#define ULongPtrSub      RtlULongPtrSub
#define ULongPtrMult     RtlULongPtrMult
#define UIntAdd          RtlUIntAdd
#define UIntSub          RtlUIntSub
#define UIntMult         RtlUIntMult
#define LongAdd          RtlLongAdd
#define LongSub          RtlLongSub
#define LongMult         RtlLongMult
#define IntAdd           RtlIntAdd
#define IntSub           RtlIntSub
#define IntMult          RtlIntMult
#define DWordAdd         RtlDWordAdd
#define DWordSub         RtlDWordSub
#define DWordMult        RtlDWordMult
#define SizeTToULong     RtlSizeTToULong
#define SizeTToUInt      RtlSizeTToUInt
#define SizeTToUShort    RtlSizeTToUShort
#define ULongLongToULong RtlULongLongToULong
#define ULongToUShort    RtlULongToUShort
#define SizeTToUInt32    RtlSizeTToUInt32
#define ULongPtrToULong  RtlULongPtrToULong
#define SizeTToInt       RtlSizeTToInt
