// Identifiers of network interfaces; drivers only include it.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "guiddef.h"
