// Formatting, as far as the kernel's run-time library has it.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/size.h"
#include "stdarg.h"
#include "wchar.h"

#ifdef __cplusplus
extern "C" {
#endif
int sprintf(char *To, const char *Format, ...);
int sprintf_s(char *To, size_t Size, const char *Format, ...);
int vsprintf(char *To, const char *Format, va_list Arguments);
int vsprintf_s(char *To, size_t Size, const char *Format, va_list Arguments);
int snprintf(char *To, size_t Size, const char *Format, ...);
int _snprintf(char *To, size_t Size, const char *Format, ...);
int _snprintf_s(char *To, size_t Size, size_t Limit, const char *Format, ...);
int vsnprintf(char *To, size_t Size, const char *Format, va_list Arguments);
int _vsnprintf(char *To, size_t Size, const char *Format, va_list Arguments);
int _vsnprintf_s(char *To, size_t Size, size_t Limit, const char *Format,
                 va_list Arguments);
int sscanf(const char *Text, const char *Format, ...);
int sscanf_s(const char *Text, const char *Format, ...);
int printf(const char *Format, ...);
#ifdef __cplusplus
}
#endif
