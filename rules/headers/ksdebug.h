// Tracing of the streaming kit, which vanishes in a free build.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#define DEBUGLVL_BLAB    3
#define DEBUGLVL_VERBOSE 2
#define DEBUGLVL_TERSE   1
#define DEBUGLVL_ERROR   0
#define _DbgPrintF(Level, Text)
#define DPF(Level, Text)
#define DPF_ENTER(Arguments)
#define DEFINE_DEBUG_LEVEL(Level)
