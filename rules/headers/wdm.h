// What every Windows driver may use.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#define _WDMDDK_

#include "ntdef.h"
#include "ctype.h"
#include "model/intrinsics.h"
#include "excpt.h"
#include "model/ps.h"
#include "model/more.h"
#include "model/etw.h"
