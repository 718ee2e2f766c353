// The compiler's own sizes and NULL, under the names every header may use.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "sal.h"

typedef __SIZE_TYPE__ size_t;
typedef __UINTPTR_TYPE__ uintptr_t;
typedef __INTPTR_TYPE__ intptr_t;
typedef __PTRDIFF_TYPE__ ptrdiff_t;
#ifndef __cplusplus
typedef unsigned short wchar_t;
typedef unsigned short wint_t;
#else
typedef unsigned short wint_t;
namespace std
{
typedef decltype(nullptr) nullptr_t;
}
using std::nullptr_t;
#endif

#ifndef NULL
#ifdef __cplusplus
#define NULL 0
#else
#define NULL ((void *)0)
#endif
#endif

#ifndef offsetof
#define offsetof(Type, Field) __builtin_offsetof(Type, Field)
#endif
