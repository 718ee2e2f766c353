// Annotations about interrupt levels, which vanish.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/sal.h"
