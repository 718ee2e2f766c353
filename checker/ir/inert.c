/* inert.c - who does nothing that anyone else can tell.
 *
 * Method: a greatest solution. Each function that looks inert by itself is
 *         taken for one until one that it calls is none; each static variable
 *         is taken for one of their own until another refers to it. What an
 *         inert function gives is no pointer if none comes to it along the
 *         ways that engine/pointers.c knows; what is read from anywhere but a
 *         variable of its own is taken for one.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/inert.h"

#include "ir/pointee.h"
#include "ir/unit.h"
#include "support/arena.h"
#include "support/map.h"

/* More rounds than any unit needs of which the callees stand before the
 * callers; where they are not enough nothing is inert. */
#define MAX_ROUNDS 32

struct search {
    struct unit *unit;
    struct map *shared; /* globals that others refer to, too */
    bool has_changed;
};

static bool is_own(const struct search *search, const struct global *global)
{
    return global->is_internal && global->is_defined &&
           !map_has(search->shared, global);
}

static void share(struct search *search, const struct global *global)
{
    search->has_changed |= is_own(search, global);
    map_put(search->shared, global, search);
}

/* Whether the instruction can do no more than compute and change what is said
 * to be at an address. What words are masked with is of use elsewhere, too
 * (engine/masks.c). */
static bool is_plain(const struct instruction *instruction)
{
    switch ((int)instruction->op) {
    case OP_FUNCTION:
    case OP_HAVOC:
    case OP_ALLOC:
    case OP_OBJECT:
    case OP_FREE:
    case OP_CALL_INDIRECT:
    case OP_RAISED:
    case OP_OPAQUE:
    case OP_AND: return false;
    default: return true;
    }
}

static bool is_plain_block(const struct block *block)
{
    for (size_t i = 0; i < block->instruction_count; i++)
        if (!is_plain(&block->instructions[i]))
            return false;
    return block->end.kind != END_RAISE && block->end.kind != END_UNREACHABLE;
}

static bool looks_inert(const struct function *function)
{
    bool returns = false;

    if (function->is_noreturn || function->is_exported ||
        function->is_initializer || function->is_weak || function->role)
        return false;
    for (size_t i = 0; i < function->block_count; i++) {
        if (!is_plain_block(&function->blocks[i]))
            return false;
        returns |= function->blocks[i].end.kind == END_RETURN;
    }
    return returns;
}

static void begin(struct search *search)
{
    const struct unit *unit = search->unit;

    for (size_t i = 0; i < unit->function_count; i++)
        unit->functions[i]->is_inert = looks_inert(unit->functions[i]);
    for (size_t i = 0; i < unit->global_count; i++) {
        const struct global *global = unit->globals[i];
        for (size_t k = 0; k < global->initial_count; k++)
            if (global->initials[k].kind == INITIAL_GLOBAL)
                share(search, global->initials[k].global);
    }
}

/* Whether the address is in a variable of the function, or in one that is only
 * for inert functions. */
static bool is_own_address(const struct search *search,
                           const struct instruction *const *makers,
                           uint32_t address)
{
    const struct instruction *at = makers[address];

    while (at->op == OP_FIELD || at->op == OP_INDEX || at->op == OP_CAST)
        at = makers[at->operands[0]];
    return at->op == OP_LOCAL ||
           (at->op == OP_GLOBAL && is_own(search, at->global));
}

static bool does_harm(const struct search *search,
                      const struct instruction *const *makers,
                      const struct instruction *at)
{
    switch ((int)at->op) {
    case OP_STORE:
    case OP_COPY:
    case OP_FILL: return !is_own_address(search, makers, at->operands[0]);
    case OP_CALL: return !at->function->is_internal || !at->function->is_inert;
    default: return false;
    }
}

/* Who is none says so to those who stand on it. */
static void look_at(struct search *search, struct function *function)
{
    struct arena *scratch = arena_open();
    const struct instruction **makers =
        function->is_inert ? function_makers(scratch, function) : NULL;

    for (size_t b = 0; b < function->block_count; b++)
        for (size_t i = 0; i < function->blocks[b].instruction_count; i++) {
            const struct instruction *at = &function->blocks[b].instructions[i];
            if (function->is_inert && does_harm(search, makers, at)) {
                function->is_inert = false;
                search->has_changed = true;
            }
            if (!function->is_inert && at->op == OP_GLOBAL)
                share(search, at->global);
        }
    arena_close(scratch);
}

static void settle(struct search *search)
{
    unsigned rounds = 0;

    begin(search);
    do {
        search->has_changed = false;
        for (size_t i = 0; i < search->unit->function_count; i++)
            look_at(search, search->unit->functions[i]);
    } while (search->has_changed && ++rounds < MAX_ROUNDS);
}

/* What of an inert function may be a pointer, or hold one. */
struct flow {
    const struct instruction **makers;
    bool *temps;
    bool *variables;
    bool has_changed;
};

static void flow_to(struct flow *flow, bool *to, bool is_pointer)
{
    flow->has_changed |= is_pointer && !*to;
    *to |= is_pointer;
}

/* The variable that the address is, as a whole; or NULL. */
static const struct variable *variable_at(const struct flow *flow,
                                          uint32_t address)
{
    const struct instruction *maker = flow->makers[address];

    return maker->op == OP_LOCAL ? maker->variable : NULL;
}

static bool any_operand(const struct flow *flow, const struct instruction *at)
{
    for (uint32_t i = 0; i < at->operand_count; i++)
        if (flow->temps[at->operands[i]])
            return true;
    return false;
}

static bool makes_pointer(const struct flow *flow, const struct instruction *at)
{
    const struct variable *variable;

    switch ((int)at->op) {
    case OP_GLOBAL:
    case OP_LOCAL:
    case OP_FIELD: return true;
    case OP_LOAD:
        variable = variable_at(flow, at->operands[0]);
        return !variable || flow->variables[variable->number];
    case OP_CALL: return !at->function->gives_no_pointer;
    default: return !op_is_comparison(at->op) && any_operand(flow, at);
    }
}

static void follow(struct flow *flow, const struct instruction *at)
{
    const struct variable *variable;

    if (at->op == OP_STORE || at->op == OP_COPY) {
        variable = variable_at(flow, at->operands[0]);
        if (variable)
            flow_to(flow, &flow->variables[variable->number],
                    at->op == OP_COPY || flow->temps[at->operands[1]]);
    } else if (at->result != NO_TEMP) {
        flow_to(flow, &flow->temps[at->result], makes_pointer(flow, at));
    }
}

static bool gives_pointer(const struct flow *flow,
                          const struct function *function)
{
    for (size_t i = 0; i < function->block_count; i++) {
        const struct terminator *end = &function->blocks[i].end;
        if (end->kind == END_RETURN && end->temp != NO_TEMP &&
            flow->temps[end->temp])
            return true;
    }
    return false;
}

static void look_at_result(struct function *function)
{
    struct arena *scratch = arena_open();
    struct flow flow = {
        .makers = function_makers(scratch, function),
        .temps = arena_array(scratch, bool, function->temp_count),
        .variables = arena_array(scratch, bool, function->variable_count),
    };

    for (size_t i = 0; i < function->parameter_count; i++)
        flow.variables[i] = true;
    do {
        flow.has_changed = false;
        for (size_t b = 0; b < function->block_count; b++)
            for (size_t i = 0; i < function->blocks[b].instruction_count; i++)
                follow(&flow, &function->blocks[b].instructions[i]);
    } while (flow.has_changed);
    function->gives_no_pointer = !gives_pointer(&flow, function);
    arena_close(scratch);
}

void inert_mark(struct unit *unit)
{
    struct arena *scratch = arena_open();
    struct search search = { .unit = unit, .shared = map_make(scratch) };

    settle(&search);
    for (size_t i = 0; i < unit->function_count; i++) {
        struct function *function = unit->functions[i];
        function->is_inert &= !search.has_changed;
        if (function->is_inert)
            look_at_result(function);
    }
    arena_close(scratch);
}
