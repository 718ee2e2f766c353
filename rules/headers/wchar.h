// Wide text.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/widetext.h"
#include "stdarg.h"

typedef struct {
    unsigned long Shift;
    unsigned short Byte;
    unsigned short State;
} mbstate_t;
#ifndef WEOF
#define WEOF ((wint_t)0xffff)
#endif

#ifdef __cplusplus
extern "C" {
#endif
int swprintf_s(wchar_t *To, size_t Size, const wchar_t *Format, ...);
int _snwprintf(wchar_t *To, size_t Size, const wchar_t *Format, ...);
int _snwprintf_s(wchar_t *To, size_t Size, size_t Limit,
                 const wchar_t *Format, ...);
int _vsnwprintf(wchar_t *To, size_t Size, const wchar_t *Format,
                va_list Arguments);
int swscanf_s(const wchar_t *Text, const wchar_t *Format, ...);
long wcstol(const wchar_t *Text, wchar_t **End, int Base);
unsigned long wcstoul(const wchar_t *Text, wchar_t **End, int Base);
int _wtoi(const wchar_t *Text);
#ifdef __cplusplus
}
#endif
