// Arguments beyond the named ones, below stdarg.h.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "stdarg.h"
