// The words of Windows' base types.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ntdef.h"

typedef UINT_PTR WPARAM;
typedef LONG_PTR LPARAM, LRESULT;
typedef DWORD COLORREF;
typedef WORD ATOM;
#ifndef CONST
#define CONST const
#endif
