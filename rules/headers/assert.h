// assert, compiled away as in a free build.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#undef assert
#define assert(Condition) ((void)0)
#ifndef __cplusplus
#ifndef static_assert
#define static_assert _Static_assert
#endif
#endif
