// Managing the filtering platform.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "fwptypes.h"
#include "fwpsk.h"
#include "model/fwpm.h"
