// Pack the following structures to one byte, until poppack.h.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma pack(push, 1)
