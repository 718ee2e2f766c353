/* essence.c - a unit without what does not count, and what is left of that. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/essence.h"

#include "driver/residue.h"
#include "ir/unit.h"
#include "ir/unit_file.h"
#include "support/arena.h"
#include "support/map.h"
#include "support/text.h"

static const struct place nowhere;

struct stripping {
    struct unit *unit;
    const struct essence_scope *scope;
    struct residue_scope residue;
    struct map *gone; /* functions that the analysis does not know */
    struct text left;
};

static struct map *number_records(struct arena *arena, const struct unit *unit)
{
    struct map *numbers = map_make(arena);

    for (size_t i = 0; i < unit->record_count; i++)
        map_put(numbers, unit->records[i], (void *)(uintptr_t)(i + 1));
    return numbers;
}

static void use(struct stripping *stripping, const void *what)
{
    map_put(stripping->residue.used, what, stripping);
}

/* Bodies that stay. */
static void find_used_in(struct stripping *stripping,
                         const struct function *function)
{
    for (size_t b = 0; b < function->block_count; b++)
        for (size_t i = 0; i < function->blocks[b].instruction_count; i++) {
            const struct instruction *at = &function->blocks[b].instructions[i];
            if (at->op == OP_GLOBAL)
                use(stripping, at->global);
            else if (at->op == OP_FUNCTION || at->op == OP_CALL)
                use(stripping, at->function);
        }
}

static bool can_be_unknown(const struct stripping *stripping,
                           const struct function *function)
{
    return !function->is_exported && !function->is_initializer &&
           !function->is_weak && !function->is_system &&
           (!function->is_inline || function->is_internal) && !function->role &&
           stripping->scope->is_new(stripping->scope->data, function);
}

static void strip_body(struct function *function)
{
    function->place = function->end = nowhere;
    for (size_t i = 0; i < function->variable_count; i++)
        function->variables[i]->place = nowhere;
    function->block_count = 0;
    function->temp_count = 0;
    function->variable_count = function->parameter_count;
}

static void strip_function(struct stripping *stripping,
                           struct function *function)
{
    bool is_uncalled = can_be_unknown(stripping, function);
    size_t before = stripping->left.length;

    residue_add(&stripping->residue, function, is_uncalled, &stripping->left);
    if (is_uncalled && stripping->left.length == before)
        map_put(stripping->gone, function, stripping);
    else if (is_uncalled)
        text_addf(&stripping->left, "new %s\n", function->name);
    strip_body(function);
}

static void find_used_by(struct stripping *stripping,
                         const struct global *global)
{
    for (size_t i = 0; i < global->initial_count; i++)
        if (global->initials[i].kind == INITIAL_GLOBAL)
            use(stripping, global->initials[i].global);
        else if (global->initials[i].kind == INITIAL_FUNCTION)
            use(stripping, global->initials[i].function);
}

/* Where a function is declared is never shown. */
static void strip_declaration(struct stripping *stripping,
                              struct function *function)
{
    if (stripping->scope->is_function_idle(stripping->scope->data, function))
        map_put(stripping->gone, function, stripping);
    strip_body(function);
}

static void strip_functions(struct stripping *stripping)
{
    struct unit *unit = stripping->unit;
    const struct essence_scope *scope = stripping->scope;

    for (size_t i = 0; i < unit->function_count; i++) {
        struct function *function = unit->functions[i];
        if (function->block_count == 0)
            strip_declaration(stripping, function);
        else if (scope->is_seen(scope->data, function))
            find_used_in(stripping, function);
        else
            strip_function(stripping, function);
    }
}

/* Whether the initial value refers to something. */
static bool is_referring(const struct global *global)
{
    for (size_t i = 0; i < global->initial_count; i++)
        if (global->initials[i].kind == INITIAL_FUNCTION ||
            global->initials[i].kind == INITIAL_GLOBAL)
            return true;
    return false;
}

static void drop_functions(struct stripping *stripping)
{
    struct unit *unit = stripping->unit;
    size_t kept = 0;

    for (size_t i = 0; i < unit->function_count; i++)
        if (!map_has(stripping->gone, unit->functions[i]) ||
            map_has(stripping->residue.used, unit->functions[i]))
            unit->functions[kept++] = unit->functions[i];
    unit->function_count = kept;
}

/* Nobody knows whether it is there. */
static bool is_unknown(const struct stripping *stripping,
                       const struct global *global)
{
    const struct essence_scope *scope = stripping->scope;

    if (map_has(stripping->residue.used, global) || is_referring(global))
        return false;
    return global->is_internal || scope->is_lonely(scope->data, global) ||
           (!global->is_defined && scope->is_global_idle(scope->data, global));
}

static void drop_globals(struct stripping *stripping)
{
    struct unit *unit = stripping->unit;
    size_t kept = 0;

    for (size_t i = 0; i < unit->global_count; i++) {
        struct global *global = unit->globals[i];
        global->place = nowhere;
        if (map_has(stripping->residue.written, global))
            text_addf(&stripping->left, "writes %s\n", global->name);
        if (!is_unknown(stripping, global))
            unit->globals[kept++] = global;
    }
    unit->global_count = kept;
}

void essence_add(struct unit *unit, const struct fail *said,
                 const struct essence_scope *scope, struct text *out)
{
    struct arena *scratch = arena_open();
    struct stripping stripping = {
        .unit = unit,
        .scope = scope,
        .residue = { .asked = scope,
                     .records = number_records(scratch, unit),
                     .used = map_make(scratch),
                     .written = map_make(scratch) },
        .gone = map_make(scratch),
        .left = text_make(scratch),
    };

    strip_functions(&stripping);
    for (size_t i = 0; i < unit->global_count; i++)
        find_used_by(&stripping, unit->globals[i]);
    drop_functions(&stripping);
    drop_globals(&stripping);
    unit_file_write(out, unit, said);
    text_add_n(out, text_str(&stripping.left), stripping.left.length);
    arena_close(scratch);
}
