/* path.h - file names as text; nothing here looks at the disk.
 *
 * Results use '/' between parts. Arguments may use '\\' on Windows, where it
 * separates parts too; elsewhere it is an ordinary character.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_PATH_H
#define UNLOADCHECK_SUPPORT_PATH_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Length of what makes a path absolute: "/", or on Windows "C:/" or
 * "//server/share/"; 0 if it is not. */
size_t path_root(const char *path);

bool path_is_absolute(const char *path);

/* `name` seen from `directory`: `name` itself if it is absolute or if the
 * directory is empty. */
char *path_join(struct arena *arena, const char *directory, const char *name);

/* Without "." parts, doubled separators, and ".." parts that can be taken back.
 * "" and "./" give ".". On Windows with the drive in upper case, and without
 * the "//?/" of long names. */
char *path_normal(struct arena *arena, const char *path);

/* `path` as seen from `directory`, both normal: with ".." parts where needed.
 * Where that cannot be said (one absolute, the other not) `path` itself. */
char *path_relative(struct arena *arena, const char *path,
                    const char *directory);

/* `path` as seen from `directory`, both normal, if it is that directory or
 * below it; else `path` itself. */
const char *path_short(struct arena *arena, const char *path,
                       const char *directory);

/* All before the last part, "." if there is nothing before it. */
char *path_directory(struct arena *arena, const char *path);

/* The directory above, NULL where there is none to be named. */
const char *path_above(struct arena *arena, const char *directory);

/* The last part, with a separator that ends it, inside `path`. */
const char *path_base(const char *path);

/* From the last dot of the last part ("" if there is none), inside `path`. */
const char *path_extension(const char *path);

#endif
