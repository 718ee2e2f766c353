// Event tracing, as its readers see it.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "evntrace.h"
