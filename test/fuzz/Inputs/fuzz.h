/* fuzz.h - what a fuzz target defines, and what helps it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* The target: whatever the bytes are, it comes back. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Changes a text in one place, as its author's hand or an editor might: a line,
 * a word or a bracket is lost, doubled or moved, or the rest is cut off. Equal
 * seeds give equal changes. Returns the new size, at most `room`. */
size_t mangle(uint8_t *data, size_t size, size_t room, uint32_t seed);

/* Writes a file below a folder that only this process uses and that is removed
 * when it ends; gives its path, which stays good. `name` may have a folder. */
const char *scratch_file(const char *name, const uint8_t *data, size_t size);
const char *scratch_folder(void);

#endif
