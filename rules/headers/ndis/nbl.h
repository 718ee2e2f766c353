// Net buffers and lists of them.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "../model/ndis_buffers.h"
