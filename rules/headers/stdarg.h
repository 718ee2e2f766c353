// Arguments beyond the named ones.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

typedef __builtin_va_list va_list;
#define va_start(List, Last) __builtin_va_start(List, Last)
#define va_arg(List, Type)   __builtin_va_arg(List, Type)
#define va_copy(To, From)    __builtin_va_copy(To, From)
#define va_end(List)         __builtin_va_end(List)
