// From here on DEFINE_GUID defines.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef INITGUID
#define INITGUID
#endif
#include "guiddef.h"
