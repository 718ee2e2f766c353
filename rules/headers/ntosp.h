// The system's own superset of what file systems may use.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ntifs.h"
