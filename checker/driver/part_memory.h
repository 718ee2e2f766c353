/* part_memory.h - what was found out of parts of drivers, as long as a process
 * lives: for who analyses a driver again after each edit.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_PART_MEMORY_H
#define UNLOADCHECK_DRIVER_PART_MEMORY_H

#include "engine/engine.h"

struct part_memory;

/* For analyses with some of the same rules, one after the other; their units
 * have names in `strings`. Has no more than some megabytes: then it forgets all
 * of it. */
struct part_memory *part_memory_open(struct strings *strings);
void part_memory_close(struct part_memory *memory); /* or NULL */

/* As long as it is open. */
const struct engine_memory *part_memory_of(const struct part_memory *memory);

#endif
