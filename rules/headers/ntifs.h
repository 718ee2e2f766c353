// What file systems and their filters may use besides.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#define _NTIFS_

#include "ntddk.h"
#include "model/ifs.h"
#include "model/ifs_cache.h"
