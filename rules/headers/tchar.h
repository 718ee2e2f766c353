// Text whose width UNICODE chooses.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "wchar.h"
#include "string.h"
#include "model/basic.h"

#ifdef UNICODE
#define _T(Quoted)  L##Quoted
#define _tcslen     wcslen
#define _tcscmp     wcscmp
#define _tcsicmp    _wcsicmp
#else
#define _T(Quoted)  Quoted
#define _tcslen     strlen
#define _tcscmp     strcmp
#define _tcsicmp    _stricmp
#endif
