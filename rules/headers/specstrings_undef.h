// Takes names away that are macros without text here anyway.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/sal.h"
