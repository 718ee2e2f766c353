// Sizes, differences, offsets and NULL.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/size.h"

#ifdef __cplusplus
typedef double max_align_t;
#else
typedef struct {
    long long WholeNumber __attribute__((aligned(16)));
} max_align_t;
#endif
