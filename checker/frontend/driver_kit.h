/* driver_kit.h - where a driver kit (WDK) has its headers. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_DRIVER_KIT_H
#define UNLOADCHECK_FRONTEND_DRIVER_KIT_H

#include "frontend/arguments.h"

/* The folders of the newest version below `kit`, or `kit` itself when the
 * headers are right there; none if it is no kit. */
struct words driver_kit_folders(struct arena *arena, const char *kit);

/* The root of the kit whose headers one of the folders holds; NULL if none
 * does. */
const char *driver_kit_root(struct arena *arena, const struct words *folders);

#endif
