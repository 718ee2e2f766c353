/* database.h - compile_commands.json, and compile_flags.txt beside it.
 *
 * The format is that of clang's tools: an array of objects with `directory`,
 * `file`, and either `arguments` or `command`; `output` is optional. Made on
 * Windows, its paths are mapped to this machine.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_DATABASE_H
#define UNLOADCHECK_PROJECT_DATABASE_H

#include "project/command.h"
#include "support/words.h"

struct fail;

#define DATABASE_NAME "compile_commands.json"
#define FLAGS_NAME    "compile_flags.txt"

/* Reads the database at `path`; `working` is what its own name is relative to.
 * The order is the database's; of two commands for one file in one target the
 * first one counts. An entry without what it needs is told. False, and why, if
 * there is no database or it is none. `is_exact`, where it is not NULL, says
 * whether all names in it are those on the disk, and no other file was read. */
bool database_read(struct arena *arena, const char *working, const char *path,
                   const struct path_maps *maps, struct fail *fail,
                   struct commands *commands, bool *is_exact);

/* The flags of the compile_flags.txt at `path`: one on each line. */
bool database_read_flags(struct arena *arena, const char *path,
                         struct fail *fail, struct words *flags);

/* The nearest file of that name in `directory`, which is absolute, or in a
 * folder around it; a database may also be in the "build" of one of them. NULL
 * if there is none. */
const char *database_above(struct arena *arena, const char *directory,
                           const char *name);

#endif
