/* link.c - which of several things of one name the program means.
 *
 * Needs:  units whose names are interned in one table.
 * Gives:  the `definition` members, and struct program.
 * Method: everything with external linkage meets under its name, in order of
 *         the units, and the one with the higher claim stays; a later one of
 *         the same claim loses. Then every definition member is looked up.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/unit.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/strings.h"
#include "support/vec.h"

#include <string.h>

/* By interned name: the winner with external linkage. A record's entry is the
 * first of the records of that name. */
struct program_index {
    struct map *functions;
    struct map *globals;
    struct map *records;
};

/* The records of one name, one per size. */
struct namesakes {
    struct vec_of(struct record *) by_size;
    struct record *without_size;
};

/* How much right a function or global has to stand for its name. */
enum claim {
    CLAIM_DECLARED,
    CLAIM_DECLARED_WITH_SIZE, /* says more than `extern HANDLE Handles[];` */
    CLAIM_WEAK,
    CLAIM_INLINE,
    CLAIM_TENTATIVE,
    CLAIM_DEFINED
};

static struct fail_place fail_place_of(struct place place,
                                       const struct unit *unit)
{
    if (place.file == NULL)
        return (struct fail_place){ .file = unit->path };
    return place_to_fail(place);
}

static void tell_second(struct fail *fail, const char *spelling,
                        struct fail_place first, struct fail_place second)
{
    if (first.line == 0)
        fail_note(fail, second,
                  "'%s' is already defined in %s; that one is used", spelling,
                  first.file ? first.file : "another unit");
    else
        fail_note(fail, second,
                  "'%s' is already defined at %s:%u:%u; that one is used",
                  spelling, first.file, first.line, first.column);
}

/* Functions. */

static enum claim function_claim(const struct function *function)
{
    if (!function_is_defined(function))
        return CLAIM_DECLARED;
    if (function->is_weak)
        return CLAIM_WEAK;
    return function->is_inline ? CLAIM_INLINE : CLAIM_DEFINED;
}

static void meet_function(struct map *winners, struct function *function,
                          struct fail *fail)
{
    const struct function *winner = map_get(winners, function->name);

    if (winner == NULL || function_claim(function) > function_claim(winner)) {
        map_put(winners, function->name, function);
        return;
    }
    if (function_claim(function) == CLAIM_DEFINED)
        tell_second(fail, function->spelling,
                    fail_place_of(winner->place, winner->unit),
                    fail_place_of(function->place, function->unit));
}

static void link_functions(struct program *program, struct fail *fail)
{
    struct map *winners = program->index->functions;

    for (size_t i = 0; i < program->unit_count; i++) {
        const struct unit *unit = program->units[i];
        for (size_t j = 0; j < unit->function_count; j++)
            if (!unit->functions[j]->is_internal)
                meet_function(winners, unit->functions[j], fail);
    }
    for (size_t i = 0; i < program->unit_count; i++) {
        const struct unit *unit = program->units[i];
        for (size_t j = 0; j < unit->function_count; j++) {
            struct function *function = unit->functions[j];
            function->definition = function->is_internal
                                       ? function
                                       : map_get(winners, function->name);
            function->number = 0;
        }
    }
}

static void collect_functions(struct arena *arena, struct program *program)
{
    struct vec_of(struct function *) strong = { 0 };
    struct vec_of(struct function *) weak = { 0 };

    for (size_t i = 0; i < program->unit_count; i++) {
        const struct unit *unit = program->units[i];
        for (size_t j = 0; j < unit->function_count; j++) {
            struct function *function = unit->functions[j];
            if (function->definition != function || function->block_count == 0)
                continue;
            if (function->is_weak)
                vec_push(arena, &weak, function);
            else
                vec_push(arena, &strong, function);
        }
    }
    vec_each (struct function *, function, &weak)
        vec_push(arena, &strong, *function);
    program->functions = strong.items;
    program->function_count = strong.count;
    program->number_end = (uint32_t)strong.count + 1;
    for (size_t i = 0; i < strong.count; i++)
        strong.items[i]->number = (uint32_t)i + 1;
}

/* Globals. */

static enum claim global_claim(const struct global *global)
{
    if (!global->is_defined)
        return global->size > 0 ? CLAIM_DECLARED_WITH_SIZE : CLAIM_DECLARED;
    if (global->is_inline)
        return CLAIM_INLINE;
    return global->initial_count > 0 ? CLAIM_DEFINED : CLAIM_TENTATIVE;
}

static void meet_global(struct map *winners, struct global *global,
                        struct fail *fail)
{
    const struct global *winner = map_get(winners, global->name);

    if (winner == NULL || global_claim(global) > global_claim(winner)) {
        map_put(winners, global->name, global);
        return;
    }
    if (global_claim(global) == CLAIM_DEFINED)
        tell_second(fail, global->spelling,
                    fail_place_of(winner->place, winner->unit),
                    fail_place_of(global->place, global->unit));
}

static void link_globals(struct program *program, struct fail *fail)
{
    struct map *winners = program->index->globals;

    for (size_t i = 0; i < program->unit_count; i++) {
        const struct unit *unit = program->units[i];
        for (size_t j = 0; j < unit->global_count; j++)
            if (!unit->globals[j]->is_internal)
                meet_global(winners, unit->globals[j], fail);
    }
    for (size_t i = 0; i < program->unit_count; i++) {
        const struct unit *unit = program->units[i];
        for (size_t j = 0; j < unit->global_count; j++) {
            struct global *global = unit->globals[j];
            global->definition =
                global->is_internal ? global : map_get(winners, global->name);
        }
    }
}

static void collect_globals(struct arena *arena, struct program *program)
{
    struct vec_of(struct global *) all = { 0 };

    for (size_t i = 0; i < program->unit_count; i++) {
        const struct unit *unit = program->units[i];
        for (size_t j = 0; j < unit->global_count; j++)
            if (unit->globals[j]->definition == unit->globals[j])
                vec_push(arena, &all, unit->globals[j]);
    }
    program->globals = all.items;
    program->global_count = all.count;
}

/* Records. */

static struct record *same_size(const struct namesakes *namesakes,
                                const struct record *record)
{
    for (size_t i = 0; i < namesakes->by_size.count; i++)
        if (namesakes->by_size.items[i]->size == record->size)
            return namesakes->by_size.items[i];
    return NULL;
}

/* Of those whose size is not known, one that knows its fields is better. */
static void meet_without_size(struct namesakes *namesakes,
                              struct record *record)
{
    const struct record *best = namesakes->without_size;

    if (best == NULL || (best->field_count == 0 && record->field_count > 0))
        namesakes->without_size = record;
}

static void meet_record(struct arena *arena, struct map *all,
                        struct record *record)
{
    struct namesakes *namesakes = map_get(all, record->name);

    if (namesakes == NULL) {
        namesakes = arena_new(arena, struct namesakes);
        map_put(all, record->name, namesakes);
    }
    if (record->size == 0)
        meet_without_size(namesakes, record);
    else if (same_size(namesakes, record) == NULL)
        vec_push(arena, &namesakes->by_size, record);
}

static struct record *first_of(const struct namesakes *namesakes)
{
    return namesakes->by_size.count > 0 ? namesakes->by_size.items[0]
                                        : namesakes->without_size;
}

static struct record *record_winner(const struct map *all,
                                    struct record *record)
{
    if (record->name[0] == '\0')
        return record;

    const struct namesakes *namesakes = map_get(all, record->name);

    return record->size == 0 ? first_of(namesakes)
                             : same_size(namesakes, record);
}

static struct map *gather_namesakes(struct arena *arena,
                                    const struct program *program)
{
    struct map *all = map_make(arena);

    for (size_t i = 0; i < program->unit_count; i++) {
        const struct unit *unit = program->units[i];
        for (size_t j = 0; j < unit->record_count; j++)
            if (unit->records[j]->name[0] != '\0')
                meet_record(arena, all, unit->records[j]);
    }
    return all;
}

static void link_records(struct arena *arena, struct program *program)
{
    struct map *all = gather_namesakes(arena, program);
    struct vec_of(struct record *) records = { 0 };

    for (size_t i = 0; i < program->unit_count; i++) {
        const struct unit *unit = program->units[i];
        for (size_t j = 0; j < unit->record_count; j++) {
            struct record *record = unit->records[j];
            record->definition = record_winner(all, record);
            if (record->definition == record)
                vec_push(arena, &records, record);
        }
    }
    program->records = records.items;
    program->record_count = records.count;
    for (size_t i = 0; i < map_count(all); i++)
        map_put(program->index->records, map_at(all, i).key,
                first_of(map_at(all, i).value));
}

/* The program. */

struct program *program_link(struct arena *arena, struct strings *strings,
                             struct unit *const *units, size_t count,
                             struct fail *fail)
{
    struct program *program = arena_new(arena, struct program);

    program->strings = strings;
    program->units = arena_array(arena, struct unit *, count);
    program->unit_count = count;
    if (count > 0)
        memcpy(program->units, units, count * sizeof(*units));
    program->index = arena_new(arena, struct program_index);
    program->index->functions = map_make(arena);
    program->index->globals = map_make(arena);
    program->index->records = map_make(arena);

    link_records(arena, program);
    link_globals(program, fail);
    link_functions(program, fail);
    collect_globals(arena, program);
    collect_functions(arena, program);
    return program;
}

bool unit_has_second(const struct unit *unit)
{
    for (size_t i = 0; i < unit->function_count; i++)
        if (unit->functions[i]->definition != unit->functions[i] &&
            function_claim(unit->functions[i]) == CLAIM_DEFINED)
            return true;
    for (size_t i = 0; i < unit->global_count; i++)
        if (unit->globals[i]->definition != unit->globals[i] &&
            global_claim(unit->globals[i]) == CLAIM_DEFINED)
            return true;
    return false;
}

struct program *program_reduce(struct arena *arena,
                               const struct program *program,
                               struct function **functions, size_t count)
{
    struct program *reduced = arena_copy(arena, program, sizeof(*program));
    reduced->functions = functions;
    reduced->function_count = count;
    reduced->index = arena_copy(arena, program->index, sizeof(*program->index));
    reduced->index->functions = map_make(arena);
    struct map *kept = map_make(arena);
    for (size_t i = 0; i < count; i++)
        map_put(kept, functions[i], functions[i]);
    for (size_t i = 0; i < map_count(program->index->functions); i++) {
        struct map_entry entry = map_at(program->index->functions, i);
        const struct function *function = entry.value;
        if (function->block_count == 0 || map_has(kept, function))
            map_put(reduced->index->functions, entry.key, entry.value);
    }
    return reduced;
}

static void *by_name(const struct program *program, const struct map *map,
                     const char *name)
{
    const char *interned = strings_find(program->strings, name);

    return interned ? map_get(map, interned) : NULL;
}

struct function *program_function(const struct program *program,
                                  const char *name)
{
    return by_name(program, program->index->functions, name);
}

struct global *program_global(const struct program *program, const char *name)
{
    return by_name(program, program->index->globals, name);
}

struct record *program_record(const struct program *program, const char *name)
{
    return by_name(program, program->index->records, name);
}
