// Names without versions for the filtering platform's functions.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "fwpmk.h"
#include "fwpsk.h"
