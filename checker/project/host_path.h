/* host_path.h - paths that another machine has written.
 *
 * A build on Windows leaves names with a drive, with '\\', and in any case. If
 * its tree stands somewhere else here, the user says where: --path-map
 * C:\src=/home/me/src.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_HOST_PATH_H
#define UNLOADCHECK_PROJECT_HOST_PATH_H

#include "support/vec.h"

#include <stdbool.h>

struct path_map {
    const char *from;
    const char *to;
};

struct path_maps vec_of(struct path_map);

/* Adds what "FROM=TO" says, with TO seen from `working`; false if it says
 * nothing of the kind. */
bool path_map_parse(struct arena *arena, const char *working, const char *text,
                    struct path_maps *maps);

/* `word` with the first FROM that stands in it replaced: it may stand behind
 * the name of a flag. Case and kind of separator do not matter in FROM. */
const char *path_map_apply(struct arena *arena, const struct path_maps *maps,
                           const char *word);

/* Whether it is absolute here or, with a drive, elsewhere. */
bool host_path_is_absolute(const char *path);

/* The normal form of `name` as seen from `directory`: mapped, with '/'. */
const char *host_path_named(struct arena *arena, const struct path_maps *maps,
                            const char *directory, const char *name);

/* The same, spelled as the disk has it if it is there in another case. */
const char *host_path(struct arena *arena, const struct path_maps *maps,
                      const char *directory, const char *name);

#endif
