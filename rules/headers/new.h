// Placement, under its older name.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#ifdef __cplusplus
#include "new"
#endif
