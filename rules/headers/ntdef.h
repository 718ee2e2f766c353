// The base types.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#define _NTDEF_

#include "model/types.h"
#include "model/status.h"
#include "model/list.h"
#include "guiddef.h"
#include "stdarg.h"
