/* manifest.h - what a unit was made from, and whether that is still so.
 *
 * The command alone does not say what a unit depends on: that is known once it
 * is made. So under the key of the command lies a list of what was read, with
 * the key of what came of it; and not only the last one, since branches are
 * changed forth and back. A file that was not there, and now is, counts too:
 * the names in the folders where files were looked for must be the same.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_CACHE_MANIFEST_H
#define UNLOADCHECK_CACHE_MANIFEST_H

#include "support/digest.h"
#include "support/vec.h"

struct arena;
struct contents;
struct store;

enum dependency_kind {
    DEPENDS_ON_FILE,  /* that it holds what has `digest` */
    DEPENDS_ON_FOLDER /* that names in it have `digest`: contents_of_names */
};

struct dependency {
    enum dependency_kind kind;
    const char *path;
    struct digest digest;
};

struct dependencies vec_of(struct dependency);

/* The key of what is made from `command` and the files as they are now. False
 * if that was never made. `dependencies`, where it is not NULL, gets what it
 * depends on, in `arena`. */
bool manifest_find(const struct store *store, struct contents *contents,
                   struct digest command, struct digest *result,
                   struct arena *arena, struct dependencies *dependencies);

/* The key of what was made from `command` and the dependencies. */
struct digest manifest_key(struct digest command,
                           const struct dependencies *dependencies);

/* Notes that. Of what is noted of a command the last few stay. */
bool manifest_note(const struct store *store, struct digest command,
                   const struct dependencies *dependencies);

#endif
