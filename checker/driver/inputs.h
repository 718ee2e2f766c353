/* inputs.h - the files of the driver, and how each is compiled. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_INPUTS_H
#define UNLOADCHECK_DRIVER_INPUTS_H

#include "support/vec.h"

#include <stdbool.h>
#include <stddef.h>

struct options;
struct run;

struct input {
    const char *path;
    bool is_ir; /* a unit as text: is read, not compiled */
    const char *const *arguments;
    size_t argument_count;
    const char *directory; /* of the arguments' relative names; NULL: ours */
};

struct inputs vec_of(struct input);

/* Each file once, in the order of the command line or the database. A file
 * that cannot be read is told to run->fail and left out; false: none is left.
 */
bool inputs_find(struct run *run, const struct options *options,
                 const char *const *names, size_t count, struct inputs *inputs);

#endif
