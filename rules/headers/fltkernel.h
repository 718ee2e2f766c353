// File system minifilters.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ntifs.h"
#include "model/flt_types.h"
#include "model/flt.h"
