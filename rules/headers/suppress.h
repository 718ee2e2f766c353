// Numbers of warnings for another tool; nothing to declare.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/sal.h"
