// Arithmetic that says when it overflows.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ntdef.h"
#include "model/intsafe.h"

#ifndef INT8_MAX
#define INT8_MIN   (-127 - 1)
#define INT16_MIN  (-32767 - 1)
#define INT32_MIN  (-2147483647 - 1)
#define INT64_MIN  (-9223372036854775807LL - 1)
#define INT8_MAX   127
#define INT16_MAX  32767
#define INT32_MAX  2147483647
#define INT64_MAX  9223372036854775807LL
#define UINT8_MAX  0xff
#define UINT16_MAX 0xffff
#define UINT32_MAX 0xffffffffU
#define UINT64_MAX 0xffffffffffffffffULL
#endif
#ifndef SIZE_MAX
#define SIZE_MAX   0xffffffffffffffffULL
#endif
#define USHORT_MAX 0xffff
#define BYTE_MAX   0xff
#define WORD_MAX   0xffff
#define SHORT_MAX  32767
#define DWORD_MAX  0xffffffffUL
#define SIZE_T_MAX 0xffffffffffffffffULL
#define LONGLONG_MAX  9223372036854775807LL
#define ULONGLONG_MAX 0xffffffffffffffffULL
#define ULONG_PTR_MAX 0xffffffffffffffffULL
#define UINT_PTR_MAX  0xffffffffffffffffULL
#ifndef ULONG_MAX
#define LONG_MIN   (-2147483647L - 1)
#define LONG_MAX   2147483647L
#define ULONG_MAX  0xffffffffUL
#define INT_MAX    2147483647
#define UINT_MAX   0xffffffffU
#endif
