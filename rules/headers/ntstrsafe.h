// Text that cannot run over its buffer.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ntdef.h"
#include "model/strsafe.h"
