// The compiler's own sizes and NULL, under the names every header may use.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "sal.h"

typedef unsigned long long size_t;
typedef unsigned long long uintptr_t;
typedef long long intptr_t;
typedef long long ptrdiff_t;
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
