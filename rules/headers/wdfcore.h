// What the framework's other headers stand on.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "wdftypes.h"
#include "wdfobject.h"
