// Pack the following structures to 8 bytes, until poppack.h.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma pack(push, 8)
