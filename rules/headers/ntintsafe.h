// Arithmetic that says when it overflows.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ntdef.h"
#include "model/intsafe.h"
