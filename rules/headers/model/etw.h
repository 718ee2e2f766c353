// Event tracing from the kernel.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "types.h"
#include "../evntprov.h"
