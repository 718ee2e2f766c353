// Alignment, for C.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#ifndef __cplusplus
#define alignas _Alignas
#define alignof _Alignof
#endif
