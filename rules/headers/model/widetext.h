// Text of wide characters.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "size.h"

#ifdef __cplusplus
extern "C" {
#endif
size_t wcslen(const wchar_t *Text);
size_t wcsnlen(const wchar_t *Text, size_t Limit);
size_t wcsnlen_s(const wchar_t *Text, size_t Limit);
wchar_t *wcscpy(wchar_t *To, const wchar_t *From);
wchar_t *wcsncpy(wchar_t *To, const wchar_t *From, size_t Limit);
wchar_t *wcscat(wchar_t *To, const wchar_t *From);
wchar_t *wcsncat(wchar_t *To, const wchar_t *From, size_t Limit);
int wcscpy_s(wchar_t *To, size_t ToSize, const wchar_t *From);
int wcsncpy_s(wchar_t *To, size_t ToSize, const wchar_t *From, size_t Limit);
int wcscat_s(wchar_t *To, size_t ToSize, const wchar_t *From);
int wcsncat_s(wchar_t *To, size_t ToSize, const wchar_t *From, size_t Limit);
int wcscmp(const wchar_t *Left, const wchar_t *Right);
int wcsncmp(const wchar_t *Left, const wchar_t *Right, size_t Limit);
int _wcsicmp(const wchar_t *Left, const wchar_t *Right);
int _wcsnicmp(const wchar_t *Left, const wchar_t *Right, size_t Limit);
wchar_t *_wcslwr(wchar_t *Text);
wchar_t *_wcsupr(wchar_t *Text);
size_t wcsspn(const wchar_t *Text, const wchar_t *Set);
size_t wcscspn(const wchar_t *Text, const wchar_t *Set);
unsigned short towupper(unsigned short Character);
unsigned short towlower(unsigned short Character);
int iswspace(unsigned short Character);
int iswdigit(unsigned short Character);
#ifdef __cplusplus
}
extern "C++" {
const wchar_t *wcschr(const wchar_t *Text, wchar_t Character);
wchar_t *wcschr(wchar_t *Text, wchar_t Character);
const wchar_t *wcsrchr(const wchar_t *Text, wchar_t Character);
wchar_t *wcsrchr(wchar_t *Text, wchar_t Character);
const wchar_t *wcsstr(const wchar_t *Text, const wchar_t *Part);
wchar_t *wcsstr(wchar_t *Text, const wchar_t *Part);
}
#else
wchar_t *wcschr(const wchar_t *Text, wchar_t Character);
wchar_t *wcsrchr(const wchar_t *Text, wchar_t Character);
wchar_t *wcsstr(const wchar_t *Text, const wchar_t *Part);
wchar_t *wcspbrk(const wchar_t *Text, const wchar_t *Set);
#endif
