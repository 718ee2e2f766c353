/* find_priv.h - what the ways to find images share. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_FIND_PRIV_H
#define UNLOADCHECK_PROJECT_FIND_PRIV_H

#include "project/command.h"
#include "project/find.h"

struct fail;
struct map;
struct strings;

struct finder {
    struct arena *arena;
    struct strings *strings;
    const struct find_options *options;
    struct fail *fail;
    const char *working; /* the working folder, full */
    struct images *images;
    struct map *readable; /* commands whose file was read, or need not be */
};

/* An image that is being filled. */
struct filling {
    struct image image;
    struct map *seen; /* full names, interned */
    struct vec_of(const char *) unread;
};

struct filling filling_make(const struct finder *finder, const char *name,
                            const char *origin);

/* The one name that a file has in this run; interned. */
const char *finder_full(const struct finder *finder, const char *path);

/* As people call it: seen from the working folder if it is below that. */
const char *finder_short(const struct finder *finder, const char *full);

/* Adds a file that the user named, with no flags but the user's. */
void filling_add_named(const struct finder *finder, struct filling *filling,
                       const char *path, const struct words *flags);

/* Adds the file of a command. Each file counts once in an image. */
void filling_add_command(const struct finder *finder, struct filling *filling,
                         const struct command *command);

/* Tells what could not be read, and keeps the image if it has a file. */
void filling_finish(const struct finder *finder, struct filling *filling);

/* Whether the name is that of a unit, which is not compiled. */
bool finder_is_unit(const char *path);

/* Tells that the file cannot be read, if it cannot. */
bool finder_can_read(const struct finder *finder, const char *path);

#endif
