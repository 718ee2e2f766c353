/* find.h - from what the user names to the images that are analysed.
 *
 * A name may be a source file, a database, a record of a build, a project, a
 * solution, or a folder with any of them in it. The files named one by one are
 * one image together; every other name gives as many as it holds.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_FIND_H
#define UNLOADCHECK_PROJECT_FIND_H

#include "project/host_path.h"
#include "project/image.h"
#include "support/digest.h"
#include "support/words.h"

struct fail;

/* Hears what of the disk the images depend on. */
struct find_listener {
    void (*file)(void *data, const char *path); /* all of it */
    /* What scan_digest is of; of all zeros: that no entry routine is in it. */
    void (*text)(void *data, const char *path, struct digest digest);
    void (*other)(void *data); /* anything else */
    void *data;
};

struct find_options {
    const char *database; /* how the named files are compiled; NULL: look up
                             from each for what says it */
    struct words flags;   /* behind all others */
    struct path_maps maps;
    const char *configuration; /* of projects; NULL: the default */
    const char *platform;
    struct words properties; /* NAME=VALUE, for projects */
    struct words excluded;   /* patterns of paths: see tree_excludes */
    const char *headers;     /* folder of the system's headers, or NULL */
    struct words entries;    /* routines that a driver is entered by */
    /* Whether a file, named as people call it, can be read and is known to
     * mention none of those; NULL: nothing is known. */
    bool (*mentions_none)(void *memory, const char *path);
    void *memory;                         /* handed to that */
    const struct find_listener *listener; /* or NULL */
    bool is_verbose;
};

/* The images, each with at least one file. What cannot be read is told to
 * `fail` and left out; false: nothing is left. */
bool images_find(struct arena *arena, const struct find_options *options,
                 const char *const *names, size_t count, struct fail *fail,
                 struct images *images);

#endif
