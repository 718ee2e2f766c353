/* command.h - how one file is compiled, as a record of a build says it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_COMMAND_H
#define UNLOADCHECK_PROJECT_COMMAND_H

#include "support/vec.h"

#include <stdbool.h>
#include <stddef.h>

struct path_maps;

struct command {
    const char *file;       /* full name, as host_path gives it */
    const char *directory;  /* full name: what the arguments are relative to */
    const char **arguments; /* with the compiler, without the file */
    size_t count;
    const char *target; /* the image or library the file is part of, or NULL */
};

struct commands vec_of(struct command);

/* Whether a compiler of C or C++ reads such a file: databases also hold
 * assembly and resources. */
bool command_is_source(const char *file);

/* Whether the file is named like C++. */
bool command_is_cxx(const char *file);

/* Whether the arguments say that the file is C or C++, whatever its name. */
bool command_is_c(const char *const *arguments, size_t count);

/* The target that an object file is made for, when its name says so: the
 * "drv" of "sub/CMakeFiles/drv.dir/a.c.obj". NULL if it does not. */
const char *command_target(struct arena *arena, const char *object);

/* The object that the arguments name (-o X, /FoX), or NULL. */
const char *command_object(const char *const *arguments, size_t count);

#endif
