// Versions for resource files; nothing to declare.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
