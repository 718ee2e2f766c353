// IUnknown, as the audio kit includes it.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ntdef.h"
#include "winerror.h"
#include "model/com.h"
