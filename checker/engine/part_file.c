/* part_file.c - the key of a part, and its bytes.
 *
 * The bytes, behind their digest: whether it came to its end; how many
 * functions were seen, and the number of each in the part, all of four bytes,
 * lowest first; the analysis (engine/analysis_file.h). A line in a function of
 * the part is kept as its distance from where that begins, together with the
 * function's number.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/part_file.h"

#include "engine/analysis_file.h"
#include "ir/dump.h"
#include "ir/unit.h"
#include "support/arena.h"
#include "support/bytes.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/text.h"
#include "support/vec.h"

#include <string.h>

enum { NUMBER = 4, LINE_BITS = 20 };

#define MAX_LINE      (UINT32_C(1) << LINE_BITS)
#define MAX_FUNCTIONS (UINT32_MAX >> LINE_BITS)

/* The key. */

/* Functions that the part calls or hands over, each with a number. */
struct named {
    struct arena *arena;
    struct map *numbers;
    struct vec_of(const struct function *) list;
};

static uintptr_t number_of(struct named *named, const struct function *function)
{
    function = function_linked(function);
    if (!map_has(named->numbers, function)) {
        vec_push(named->arena, &named->list, function);
        map_put(named->numbers, function, (void *)named->list.count);
    }
    return (uintptr_t)map_get(named->numbers, function);
}

static void add_named(struct named *named, const struct function *function,
                      const struct instruction *about, struct text *out)
{
    text_addf(out, "%zu:", (size_t)number_of(named, function));
    for (size_t b = 0; b < function->block_count; b++)
        for (size_t i = 0; i < function->blocks[b].instruction_count; i++) {
            const struct instruction *at = &function->blocks[b].instructions[i];
            if (at->op == OP_CALL || at->op == OP_FUNCTION)
                text_addf(out, " %zu", (size_t)number_of(named, at->function));
            if (at == about)
                text_add(out, " about");
        }
    text_add_char(out, '\n');
}

static void add_named_by(struct named *named, const struct global *global,
                         struct text *out)
{
    for (size_t i = 0; i < global->initial_count; i++)
        if (global->initials[i].kind == INITIAL_FUNCTION)
            text_addf(out, " %zu",
                      (size_t)number_of(named, global->initials[i].function));
}

/* Routines that the rules know by their names. */
static void add_roots(struct named *named, const struct program *part,
                      const struct rule_set *rules, struct text *out)
{
    for (size_t i = 0; i < rules->root_count; i++) {
        const char *name = rules->roots[i].function;
        const struct function *function =
            name ? program_function(part, name) : NULL;
        if (function)
            text_addf(out, " %zu %zu", i, (size_t)number_of(named, function));
    }
}

struct digest part_key(const struct program *part, const struct rule_set *rules,
                       const struct instruction *about, size_t max_states)
{
    struct arena *scratch = arena_open();
    struct dump_options options = { .is_movable = true };
    struct named named = { .arena = scratch, .numbers = map_make(scratch) };
    struct text text = text_make(scratch);
    text_addf(&text, "%zu\n", max_states);
    for (size_t i = 0; i < rules->rule_count; i++)
        text_addf(&text, "%s\n", rules->rules[i]->id);
    dump_program(&text, part, options);
    for (size_t i = 0; i < part->function_count; i++)
        add_named(&named, part->functions[i], about, &text);
    for (size_t i = 0; i < part->global_count; i++)
        add_named_by(&named, part->globals[i], &text);
    add_roots(&named, part, rules, &text);
    dump_declarations(&text, named.list.items, named.list.count, options);
    struct digest key = digest_bytes(text.data, text.length);
    arena_close(scratch);
    return key;
}

/* Places. */

struct part_places {
    struct analysis_places places;
    const struct program *part;
};

static bool is_moving(const struct function *function, const char *file)
{
    return !function->is_weak && function->place.file &&
           strcmp(function->place.file, file) == 0;
}

static bool has_line(const struct function *function, uint32_t line)
{
    return line >= function->place.line && line <= function->end.line &&
           line - function->place.line < MAX_LINE;
}

/* In a file of the part every line must belong to one function; others do not
 * move. */
static bool keep_place(const struct analysis_places *places,
                       struct place *place)
{
    const struct program *part = ((const struct part_places *)places)->part;
    const struct function *owner = NULL;
    bool moves = false;
    uint32_t kept = place->line;
    if (!place->file)
        return true;
    for (uint32_t i = 0; i < part->function_count; i++) {
        const struct function *function = part->functions[i];
        if (!is_moving(function, place->file))
            continue;
        moves = true;
        if (!has_line(function, place->line))
            continue;
        if (owner)
            return false;
        owner = function;
        kept = ((i + 1) << LINE_BITS) | (place->line - function->place.line);
    }
    place->line = kept;
    return moves ? owner != NULL && part->function_count < MAX_FUNCTIONS
                 : kept < MAX_LINE;
}

static bool find_place(const struct analysis_places *places,
                       struct place *place)
{
    const struct program *part = ((const struct part_places *)places)->part;
    uint32_t number = place->line >> LINE_BITS;
    if (!place->file || number == 0)
        return true;
    if (number > part->function_count ||
        !is_moving(part->functions[number - 1], place->file))
        return false;
    place->line = part->functions[number - 1]->place.line +
                  (place->line & (MAX_LINE - 1));
    return true;
}

static struct part_places places_of(const struct program *part)
{
    return (struct part_places){ { keep_place, find_place }, part };
}

/* The bytes. */

static void add_number(struct text *out, size_t number)
{
    char bytes[NUMBER];
    bytes_put(bytes, NUMBER, number);
    text_add_n(out, bytes, NUMBER);
}

bool part_write(struct text *out, const struct program *part,
                const struct part_found *found)
{
    struct arena *scratch = arena_open();
    const struct part_places places = places_of(part);
    struct text analysis = text_make(scratch);
    struct text seen = text_make(scratch);
    bool is_good = analysis_write(&analysis, &found->analysis,
                                  fail_make(scratch), &places.places);
    for (size_t i = 0; i < part->function_count; i++)
        if (map_has(found->seen, part->functions[i]))
            add_number(&seen, i);
    struct text all = text_make(scratch);
    add_number(&all, found->is_whole);
    add_number(&all, seen.length / NUMBER);
    text_add_n(&all, text_str(&seen), seen.length);
    text_add_n(&all, text_str(&analysis), analysis.length);
    if (is_good)
        digest_seal(out, all.data, all.length);
    arena_close(scratch);
    return is_good;
}

static bool read_seen(const struct program *part, const char *data,
                      size_t count, struct map *seen)
{
    for (size_t i = 0; i < count; i++) {
        uint64_t number = bytes_get(data + i * NUMBER, NUMBER);
        if (number >= part->function_count)
            return false;
        map_put(seen, part->functions[number], seen);
    }
    return true;
}

bool part_read(struct arena *arena, struct strings *strings,
               const struct rule_set *rules, const struct program *part,
               const void *data, size_t size, struct part_found *found)
{
    const struct part_places places = places_of(part);
    if (!digest_unseal(&data, &size) || size < (size_t)2 * NUMBER)
        return false;
    const char *bytes = data;
    uint64_t count = bytes_get(bytes + NUMBER, NUMBER);
    size_t rest = size - (size_t)2 * NUMBER;
    if (count > rest / NUMBER || !read_seen(part, bytes + (size_t)2 * NUMBER,
                                            (size_t)count, found->seen))
        return false;
    size_t head = ((size_t)count + 2) * NUMBER;
    const struct analysis *analysis =
        analysis_read(arena, strings, rules, bytes + head, size - head,
                      fail_make(arena), &places.places);
    if (!analysis)
        return false;
    found->analysis = *analysis;
    found->is_whole = bytes_get(bytes, NUMBER) != 0;
    return true;
}
