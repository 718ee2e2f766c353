/* life.h - the driver's life, as the outermost function of the program. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_LIFE_H
#define UNLOADCHECK_ENGINE_LIFE_H

struct engine;
struct function;

/* Markers in the outermost program: the names of its OP_OPAQUE instructions,
 * compared by pointer. */
struct life {
    struct function *function;
    /* Of objects that the system made for the driver and ends one by one, the
     * one that matters: its operand, or the one that leads to the handle. */
    const char *each_object;
    const char *at_start; /* the entry routine succeeded */
    const char *at_hub;   /* between two routines that the system calls */
    const char *at_unload_return;
    const char *at_entry_failure;
};

struct life *life_make(struct engine *engine);

#endif
