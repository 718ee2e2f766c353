// Levels of events.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#define WINEVENT_LEVEL_LOG_ALWAYS 0x0
#define WINEVENT_LEVEL_CRITICAL   0x1
#define WINEVENT_LEVEL_ERROR      0x2
#define WINEVENT_LEVEL_WARNING    0x3
#define WINEVENT_LEVEL_INFO       0x4
#define WINEVENT_LEVEL_VERBOSE    0x5
#define WINEVENT_OPCODE_INFO      0x0
#define WINEVENT_OPCODE_START     0x1
#define WINEVENT_OPCODE_STOP      0x2
#define WINEVENT_KEYWORD_ANY      0x0
