// Compiler intrinsics.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/interlocked.h"
#include "model/intrinsics.h"
