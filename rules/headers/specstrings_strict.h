// Stricter annotations, which vanish as well.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/sal.h"
