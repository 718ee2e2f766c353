/* watch.h - what files and folders hold now, asked again and again.
 *
 * What an analysis that is repeated at every pause of the typing depends on is
 * looked at each time. A file is only read again if the system says that it is
 * another one, or has another size or time; and what an editor has open is what
 * the editor says.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_WATCH_H
#define UNLOADCHECK_DRIVER_WATCH_H

#include "cache/manifest.h"

#include <stdbool.h>

struct arena;
struct snapshot;
struct watch;
struct watched;

/* A dependency, and what it held when something was made from it. */
struct made_from {
    struct watched *watched;
    struct digest digest;
};

/* Lives in the arena. `working` is what relative paths are relative to. */
struct watch *watch_make(struct arena *arena, const char *working);

/* From now on all is looked at once more, and the texts are what is open: they
 * must stay until the next round. */
void watch_begin(struct watch *watch, const struct snapshot *texts);

/* Whatever is there now, as what something is made from: a file, or a folder
 * with the names in it. */
struct made_from watch_now(struct watch *watch, enum dependency_kind kind,
                           const char *path);

/* What depends on that. */
struct made_from watch_dependency(struct watch *watch,
                                  const struct dependency *dependency);

/* Whether it holds what it held. */
bool watch_holds(struct watch *watch, const struct made_from *made_from);

/* Whether the file is open with a text that was not saved. */
bool watch_is_unsaved(struct watch *watch, const char *path);
bool watched_is_unsaved(const struct watch *watch,
                        const struct watched *watched);

#endif
