// A header that takes annotations away: here they never stand for anything.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/sal.h"
