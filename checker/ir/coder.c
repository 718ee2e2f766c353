/* coder.c - the smallest parts of a unit file, each both ways. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/coder.h"

#include "ir/allowance.h"
#include "ir/place.h"
#include "support/arena.h"
#include "support/map.h"
#include "support/strings.h"
#include "support/text.h"
#include "support/vec.h"

#include <assert.h>
#include <string.h>

enum { BYTE_BITS = 7, MORE = 1 << BYTE_BITS, LONGEST = 10 };

/* What the number before a string says; others count strings that were. */
enum { STRING_NONE, STRING_NEW, STRING_OLD };

struct coder {
    struct arena *scratch;
    struct arena *arena;
    struct strings *strings;
    struct text *out; /* NULL when reading */
    const unsigned char *at;
    const unsigned char *end;
    uint64_t items; /* how many there can still be: each takes a byte */
    bool is_broken;
    struct map *known;                /* writing: string -> its number */
    struct vec_of(const char *) read; /* reading: the strings so far */
    struct place last;
};

static void *number_to_pointer(size_t number)
{
    return (void *)(uintptr_t)number;
}

static size_t pointer_to_number(const void *pointer)
{
    return (size_t)(uintptr_t)pointer;
}

struct coder *coder_to_write(struct arena *scratch, struct text *out)
{
    struct coder *coder = arena_new(scratch, struct coder);

    coder->scratch = scratch;
    coder->strings = strings_make(scratch);
    coder->out = out;
    coder->known = map_make(scratch);
    return coder;
}

struct coder *coder_to_read(struct arena *scratch, struct arena *arena,
                            struct strings *strings, const void *data,
                            size_t size)
{
    struct coder *coder = arena_new(scratch, struct coder);

    coder->scratch = scratch;
    coder->arena = arena;
    coder->strings = strings;
    coder->at = data;
    coder->end = coder->at + size;
    coder->items = size;
    return coder;
}

bool coder_reads(const struct coder *coder)
{
    return coder->out == NULL;
}

bool coder_is_broken(const struct coder *coder)
{
    return coder->is_broken;
}

bool coder_is_at_end(const struct coder *coder)
{
    return coder->at == coder->end;
}

void coder_break(struct coder *coder)
{
    coder->is_broken = true;
    coder->at = coder->end;
}

/* Numbers. */

static void write_u64(struct coder *coder, uint64_t number)
{
    char bytes[LONGEST];
    size_t count = 0;

    do {
        unsigned char byte = number & (MORE - 1);
        number >>= BYTE_BITS;
        bytes[count++] = (char)(number != 0 ? byte | MORE : byte);
    } while (number != 0);
    text_add_n(coder->out, bytes, count);
}

static uint64_t read_u64(struct coder *coder)
{
    uint64_t number = 0;

    for (unsigned i = 0; i < LONGEST && coder->at < coder->end; i++) {
        uint64_t byte = *coder->at++;
        uint64_t part = byte & (MORE - 1);
        if (i == LONGEST - 1 && byte > 1)
            break;
        number |= part << (i * BYTE_BITS);
        if (!(byte & MORE))
            return number;
    }
    coder_break(coder);
    return 0;
}

void code_u64(struct coder *coder, uint64_t *number)
{
    if (coder_reads(coder))
        *number = read_u64(coder);
    else
        write_u64(coder, *number);
}

/* The sign goes to the lowest bit, so that small numbers stay short. */
static uint64_t fold(int64_t number)
{
    return ((uint64_t)number << 1) ^ (number < 0 ? UINT64_MAX : 0);
}

static int64_t unfold(uint64_t number)
{
    return (int64_t)((number >> 1) ^ (number & 1 ? UINT64_MAX : 0));
}

void code_i64(struct coder *coder, int64_t *number)
{
    uint64_t folded = coder_reads(coder) ? 0 : fold(*number);

    code_u64(coder, &folded);
    *number = unfold(folded);
}

static uint64_t code_below(struct coder *coder, uint64_t number, uint64_t limit)
{
    code_u64(coder, &number);
    if (number < limit)
        return number;
    assert(coder_reads(coder));
    coder_break(coder);
    return 0;
}

void code_u32(struct coder *coder, uint32_t *number)
{
    uint64_t wide = coder_reads(coder) ? 0 : *number;

    *number = (uint32_t)code_below(coder, wide, (uint64_t)UINT32_MAX + 1);
}

unsigned code_choice(struct coder *coder, unsigned choice, unsigned limit)
{
    return (unsigned)code_below(coder, choice, limit);
}

void code_flags(struct coder *coder, bool *const *flags, size_t count)
{
    uint64_t bits = 0;

    for (size_t i = 0; !coder_reads(coder) && i < count; i++)
        bits |= (uint64_t)*flags[i] << i;
    bits = code_below(coder, bits, (uint64_t)1 << count);
    for (size_t i = 0; i < count; i++)
        *flags[i] = (bits >> i & 1) != 0;
}

/* Strings. */

static void write_string(struct coder *coder, const char *string)
{
    const char *key = string ? strings_intern(coder->strings, string) : NULL;
    size_t number = key ? pointer_to_number(map_get(coder->known, key)) : 0;
    size_t count = map_count(coder->known);

    if (!string || number != 0) {
        write_u64(coder, string ? STRING_OLD + number - 1 : STRING_NONE);
        return;
    }
    map_put(coder->known, key, number_to_pointer(count + 1));
    write_u64(coder, STRING_NEW);
    write_u64(coder, strlen(string));
    text_add(coder->out, string);
}

static const char *read_new_string(struct coder *coder)
{
    uint64_t length = read_u64(coder);
    const char *start = (const char *)coder->at;

    if (length > (uint64_t)(coder->end - coder->at) ||
        (length != 0 && memchr(start, '\0', length))) {
        coder_break(coder);
        return NULL;
    }
    coder->at += length;

    const char *string = strings_intern_n(coder->strings, start, length);

    vec_push(coder->scratch, &coder->read, string);
    return string;
}

static const char *read_string(struct coder *coder)
{
    uint64_t number = read_u64(coder);

    if (number == STRING_NONE)
        return NULL;
    if (number == STRING_NEW)
        return read_new_string(coder);
    if (number - STRING_OLD < coder->read.count)
        return coder->read.items[number - STRING_OLD];
    coder_break(coder);
    return NULL;
}

void code_string(struct coder *coder, const char **string)
{
    if (coder_reads(coder))
        *string = read_string(coder);
    else
        write_string(coder, *string);
}

void code_name(struct coder *coder, const char **name)
{
    code_string(coder, name);
    if (*name)
        return;
    assert(coder_reads(coder));
    coder_break(coder);
    *name = strings_intern(coder->strings, "");
}

/* Lines go up slowly, and files hardly change: one number has both. */
void code_place(struct coder *coder, struct place *place)
{
    struct place *last = &coder->last;
    bool is_new_file = !coder_reads(coder) && place->file != last->file;
    uint64_t step = coder_reads(coder)
                        ? 0
                        : fold((int64_t)place->line - (int64_t)last->line)
                                  << 1 |
                              is_new_file;

    code_u64(coder, &step);
    if (coder_reads(coder)) {
        place->file = last->file;
        place->line =
            (uint32_t)((uint64_t)last->line + (uint64_t)unfold(step >> 1));
    }
    if (step & 1)
        code_string(coder, &place->file);
    code_u32(coder, &place->column);
    *last = *place;
}

enum { TYPE_SIGN_BIT = 3, TYPE_SIZE_BIT };

void code_allowance(struct coder *coder, struct allowance *allowance)
{
    code_name(coder, &allowance->text);
    code_place(coder, &allowance->place);
    code_u32(coder, &allowance->line);
}

void code_type(struct coder *coder, struct type *type)
{
    uint64_t bits = 0;

    if (!coder_reads(coder))
        bits = (uint64_t)type->bits << TYPE_SIZE_BIT |
               (uint64_t)type->is_signed << TYPE_SIGN_BIT | type->kind;
    bits = code_below(coder, bits, (uint64_t)1 << (32 + TYPE_SIZE_BIT));
    type->kind = (enum type_kind)(bits & ((1U << TYPE_SIGN_BIT) - 1));
    type->is_signed = (bits >> TYPE_SIGN_BIT & 1) != 0;
    type->bits = (uint32_t)(bits >> TYPE_SIZE_BIT);
    if (type->kind > TYPE_AGGREGATE) {
        *type = type_void();
        coder_break(coder);
    }
}

/* Arrays and references. */

void *code_array(struct coder *coder, void *items, size_t *count, size_t size)
{
    uint64_t number = coder_reads(coder) ? 0 : *count;

    if (!coder_reads(coder)) {
        code_u64(coder, &number);
        return items;
    }
    *count = (size_t)code_below(coder, number, coder->items + 1);
    coder->items -= *count;
    return *count != 0 ? arena_alloc_array(coder->arena, *count, size) : NULL;
}

void *code_new(struct coder *coder, size_t size)
{
    return arena_alloc(coder->arena, size);
}

void *code_reference(struct coder *coder, void *thing,
                     const struct map *numbers, void *const *things,
                     size_t count)
{
    uint64_t number = 0;

    if (!coder_reads(coder) && thing) {
        number = pointer_to_number(map_get(numbers, thing));
        assert(number != 0);
    }
    number = code_below(coder, number, (uint64_t)count + 1);
    if (!coder_reads(coder))
        return thing;
    return number != 0 ? things[number - 1] : NULL;
}
