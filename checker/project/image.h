/* image.h - what is loaded and unloaded as one: a driver, and its files.
 *
 * However a team builds, what is analysed in the end is an image: a name and
 * the files that are linked together, each with how it is compiled. Every form
 * of project is turned into images; each is a program of its own. Static
 * libraries are part of every image that uses them.
 *
 * Paths are as the messages should show them, below the working folder where
 * that is possible.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_IMAGE_H
#define UNLOADCHECK_PROJECT_IMAGE_H

#include "support/vec.h"

#include <stdbool.h>
#include <stddef.h>

struct input {
    const char *path;
    bool is_ir; /* a unit already, as text or not: is read, not compiled */
    const char *const *arguments;
    size_t argument_count;
    const char *directory; /* of the arguments' relative names; NULL: ours */
};

struct inputs vec_of(struct input);

struct image {
    const char *name;   /* "filter"; NULL: the files of the command line */
    const char *origin; /* the project or database it comes from, or NULL */
    const char *kind;   /* "KMDF 1.15"; NULL: not known */
    struct inputs inputs;
};

struct images vec_of(struct image);

#endif
