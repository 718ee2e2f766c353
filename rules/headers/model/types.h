// The types and words on which every other header stands: what the compiler
// and the operating system call numbers, text, lists and handles.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "predefined.h"
#include "sal.h"
#include "compiler.h"
#include "basic.h"
#include "macros.h"
