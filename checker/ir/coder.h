/* coder.h - bytes that mean the same on every machine.
 *
 * One function says how a thing is laid out, for both ways: it is given the
 * thing's members, and the coder writes them down or fills them in. So what is
 * written and what is read cannot come apart.
 *
 * Numbers take seven bits per byte, lowest first (LEB128); a string is spelled
 * out where it comes first and is a number after that. Nothing that is read is
 * trusted: once something makes no sense the coder is broken and stays so, and
 * whatever is read from then on is zero.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_CODER_H
#define UNLOADCHECK_IR_CODER_H

#include "ir/type.h"

struct arena;
struct coder;
struct place;
struct strings;
struct text;

/* Lives in `scratch`, as long as the writing takes. Adds to `out`. */
struct coder *coder_to_write(struct arena *scratch, struct text *out);

/* Lives in `scratch`; what it fills in lives in `arena`, strings are interned
 * in `strings`. */
struct coder *coder_to_read(struct arena *scratch, struct arena *arena,
                            struct strings *strings, const void *data,
                            size_t size);

bool coder_reads(const struct coder *coder);
bool coder_is_broken(const struct coder *coder);

/* Whether all was read. */
bool coder_is_at_end(const struct coder *coder);

/* What is read makes no sense. */
void coder_break(struct coder *coder);

void code_u64(struct coder *coder, uint64_t *number);
void code_i64(struct coder *coder, int64_t *number);
void code_u32(struct coder *coder, uint32_t *number);

/* One of 0 to `limit` - 1; what it was, or was read to be. */
unsigned code_choice(struct coder *coder, unsigned choice, unsigned limit);

/* A number with one bit for each flag. */
void code_flags(struct coder *coder, bool *const *flags, size_t count);

/* May be NULL. */
void code_string(struct coder *coder, const char **string);

/* May not be NULL; a broken one is "". */
void code_name(struct coder *coder, const char **name);

/* As seen from the place before. */
void code_place(struct coder *coder, struct place *place);

struct allowance;
void code_allowance(struct coder *coder, struct allowance *allowance);

void code_type(struct coder *coder, struct type *type);

/* How many things of `size` bytes there are, and room for them when reading.
 * More things than bytes, all arrays together, are not believed. */
void *code_array(struct coder *coder, void *items, size_t *count, size_t size);

#define CODE_ARRAY(coder, items, count) \
    ((items) = code_array((coder), (items), &(count), sizeof(*(items))))

/* Room for `size` bytes of what is read. */
void *code_new(struct coder *coder, size_t size);

/* A reference to one of `count` things, or none. `numbers` holds, when writing,
 * the number of each, from 1; `things` has them by number when reading. */
struct map;
void *code_reference(struct coder *coder, void *thing,
                     const struct map *numbers, void *const *things,
                     size_t count);

#endif
