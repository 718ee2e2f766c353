// Ends what a pshpack header began.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma pack(pop)
