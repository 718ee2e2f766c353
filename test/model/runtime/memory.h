/* memory.h - the pool, the driver's image, and what can be reached from where.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef MODEL_MEMORY_H
#define MODEL_MEMORY_H

#include "world.h"

/* What the bytes of a block hold that was freed, or not yet written. */
enum { MEMORY_FREED = 0xdd, MEMORY_FRESH = 0xcd };

/* A writable piece of the driver's image. */
struct segment {
    unsigned char *start;
    size_t size;
};

/* Notes the writable segments of the loaded driver that holds `address`. */
void memory_find_image(const void *address);

/* Pool. Gives NULL when the pool is full. */
void *memory_allocate(size_t size);

/* Gives false for what is no live block's start. */
bool memory_free(void *pointer);

/* Between two routines, when no local variable lives: finds what the driver can
 * reach from its image and from what its routines are called with; with
 * `contexts` also from the contexts of its live registrations. */
void memory_mark(bool contexts);

/* After memory_mark: does any memory that was reached hold the word? */
bool memory_holds(uint64_t word);

/* Forgets freed blocks nobody points at and blocks nobody can reach. */
void memory_sweep(void);

/* Is the address in the image, in the pool, or in an object of the system? */
bool memory_owns(uintptr_t address);

/* A state: all that the next run depends on, as bytes. */
size_t memory_state_size(void);
void memory_save(unsigned char *to);
void memory_restore(const unsigned char *from, size_t size);

/* A hash of bytes, and of the state there is now, going on from another. */
uint64_t memory_hash(uint64_t hash, const void *bytes, size_t size);
uint64_t memory_hash_state(uint64_t hash);

#endif
