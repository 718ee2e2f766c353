/* residue.c - what is left of a function of which nothing mattered.
 *
 * Method: a temporary or local is blank if no pointer can get there: what is
 * computed of blank values and constants is, a call of an idle function gives a
 * blank result, and what is loaded from a local that holds only such. That is
 * found optimistically, until nothing changes. The sets of pointers of what is
 * blank are empty at any time, so instructions that move blank values add
 * nothing to any set, and can be left out; so can what only makes a value that
 * nothing that stays uses. What stays is written in its order, with temporaries
 * and locals numbered anew.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/residue.h"

#include "driver/essence.h"
#include "engine/value.h"
#include "ir/cfg.h"
#include "ir/function.h"
#include "ir/pointee.h"
#include "ir/unit.h"
#include "support/arena.h"
#include "support/map.h"
#include "support/text.h"

#include <inttypes.h>

/* engine/pointers.c asks no further whether a function is a wrapper. */
#define MANY_BLOCKS 17

struct residue {
    const struct residue_scope *scope;
    const struct function *function;
    bool is_uncalled;
    const struct cfg *cfg;
    const struct instruction **made; /* by temporary */
    bool *is_direct; /* by variable: nothing but loads and stores knows it */
    bool *is_filled; /* likewise: it may hold a pointer */
    bool *is_blank;  /* by temporary */
    bool *is_needed; /* likewise: something that stays uses it */
    bool changed;
    bool is_plain;    /* as engine/slice_index.h has it */
    uint32_t *names;  /* by temporary: its new number, from 1 */
    uint32_t *locals; /* by variable: likewise */
    uint32_t name_count;
    uint32_t local_count;
    struct text *out;
};

typedef void instruction_deed(struct residue *residue,
                              const struct instruction *at, bool is_reached);

static void each_instruction(struct residue *residue, instruction_deed *deed)
{
    const struct function *function = residue->function;

    for (size_t b = 0; b < function->block_count; b++) {
        bool is_reached = residue->cfg->position[b] != NO_BLOCK;
        for (size_t i = 0; i < function->blocks[b].instruction_count; i++)
            deed(residue, &function->blocks[b].instructions[i], is_reached);
    }
}

/* Blanks. */

static void note_made(struct residue *residue, const struct instruction *at,
                      bool is_reached)
{
    (void)is_reached;
    if (at->result != NO_TEMP)
        residue->made[at->result] = at;
}

/* The variable that the operand is the address of, or NULL. */
static const struct variable *variable_at(const struct residue *residue,
                                          uint32_t temp)
{
    const struct instruction *made = residue->made[temp];

    return made && made->op == OP_LOCAL ? made->variable : NULL;
}

static void note_direct(struct residue *residue, const struct instruction *at,
                        bool is_reached)
{
    (void)is_reached;
    for (uint32_t i = 0; i < at->operand_count; i++) {
        const struct variable *variable = variable_at(residue, at->operands[i]);
        if (variable && (i > 0 || (at->op != OP_LOAD && at->op != OP_STORE)))
            residue->is_direct[variable->number] = false;
    }
}

/* The local that a load or store is of, if nothing else knows it; or NULL. */
static const struct variable *direct_at(const struct residue *residue,
                                        uint32_t temp)
{
    const struct variable *variable = variable_at(residue, temp);

    return variable && residue->is_direct[variable->number] ? variable : NULL;
}

static bool is_parameter(const struct residue *residue,
                         const struct variable *variable)
{
    return variable->number < residue->function->parameter_count;
}

static const struct global *idle_at(const struct residue *residue,
                                    uint32_t temp)
{
    const struct instruction *made = residue->made[temp];
    const struct essence_scope *scope = residue->scope->asked;

    return made && made->op == OP_GLOBAL &&
                   made->global->type.kind != TYPE_AGGREGATE &&
                   scope->is_global_idle(scope->data, made->global)
               ? made->global
               : NULL;
}

static bool is_call_of_idle(const struct residue *residue,
                            const struct instruction *at)
{
    const struct essence_scope *scope = residue->scope->asked;

    return at->op == OP_CALL &&
           scope->is_function_idle(scope->data, at->function);
}

static bool are_blank(const struct residue *residue,
                      const struct instruction *at)
{
    for (uint32_t i = 0; i < at->operand_count; i++)
        if (!residue->is_blank[at->operands[i]])
            return false;
    return true;
}

static bool is_load_blank(const struct residue *residue,
                          const struct instruction *load)
{
    const struct variable *direct = direct_at(residue, load->operands[0]);

    if (direct)
        return !residue->is_filled[direct->number];
    return residue->is_blank[load->operands[0]] ||
           idle_at(residue, load->operands[0]);
}

static bool is_result_blank(const struct residue *residue,
                            const struct instruction *at)
{
    switch ((int)at->op) {
    case OP_FUNCTION:
    case OP_GLOBAL:
    case OP_LOCAL:
    case OP_ALLOC:
    case OP_OBJECT:
    case OP_CALL_INDIRECT:
    case OP_OPAQUE: return false;
    case OP_FIELD: return !at->record && are_blank(residue, at);
    case OP_LOAD: return is_load_blank(residue, at);
    case OP_CALL: return is_call_of_idle(residue, at);
    default: return op_is_comparison(at->op) || are_blank(residue, at);
    }
}

static void fill(struct residue *residue, const struct instruction *at,
                 bool is_reached)
{
    (void)is_reached;
    if (at->result != NO_TEMP && residue->is_blank[at->result] &&
        !is_result_blank(residue, at)) {
        residue->is_blank[at->result] = false;
        residue->changed = true;
    }
    if (at->op != OP_STORE || residue->is_blank[at->operands[1]])
        return;

    const struct variable *direct = direct_at(residue, at->operands[0]);

    if (direct && !residue->is_filled[direct->number]) {
        residue->is_filled[direct->number] = true;
        residue->changed = true;
    }
}

static void find_blank(struct residue *residue)
{
    const struct function *function = residue->function;

    for (size_t i = 0; i < function->variable_count; i++)
        residue->is_direct[i] =
            function->variables[i]->type.kind != TYPE_AGGREGATE;
    for (size_t i = 0; i < function->parameter_count; i++)
        residue->is_filled[i] = !residue->is_uncalled;
    for (uint32_t i = 0; i < function->temp_count; i++)
        residue->is_blank[i] = true;
    each_instruction(residue, note_made);
    each_instruction(residue, note_direct);
    do {
        residue->changed = false;
        each_instruction(residue, fill);
    } while (residue->changed);
}

/* Which instructions stay. */

static bool is_constant(const struct residue *residue, uint32_t temp)
{
    return residue->made[temp] && residue->made[temp]->op == OP_CONST;
}

static bool masks(const struct residue *residue, const struct instruction *at)
{
    return at->op == OP_AND && (is_constant(residue, at->operands[0]) ||
                                is_constant(residue, at->operands[1]));
}

static bool is_store_left(const struct residue *residue,
                          const struct instruction *store)
{
    const struct variable *direct = direct_at(residue, store->operands[0]);

    if (!residue->is_blank[store->operands[1]])
        return true;
    if (direct)
        return is_parameter(residue, direct) && !residue->is_uncalled;
    return !residue->is_blank[store->operands[0]] &&
           !idle_at(residue, store->operands[0]);
}

/* It adds to the set of its result, and to nothing else. */
static bool is_pure(const struct residue *residue, const struct instruction *at)
{
    const struct instruction *from =
        at->op == OP_CAST ? residue->made[at->operands[0]] : NULL;

    switch ((int)at->op) {
    case OP_FUNCTION:
    case OP_FIELD:
    case OP_ALLOC:
    case OP_OBJECT:
    case OP_CALL:
    case OP_CALL_INDIRECT:
    case OP_OPAQUE:
    case OP_INDEX: /* what is moved on is no longer what it was */
    case OP_ADD: return false;
    case OP_AND: return !masks(residue, at);
    case OP_LOAD: /* a function is plain by what it loads */
        return !residue->is_plain || variable_at(residue, at->operands[0]);
    case OP_CAST: /* what is allocated is used as that */
        return !(at->record && from && from->op == OP_CALL);
    default: return at->result != NO_TEMP;
    }
}

static bool has_effect(const struct residue *residue,
                       const struct instruction *at)
{
    switch ((int)at->op) {
    case OP_GLOBAL:
    case OP_LOCAL:
    case OP_LIVE:
    case OP_DEAD: return false;
    case OP_FUNCTION:
    case OP_ALLOC:
    case OP_OBJECT:
    case OP_COPY:
    case OP_FILL:
    case OP_HAVOC:
    case OP_FREE:
    case OP_CALL_INDIRECT:
    case OP_OPAQUE: return true;
    case OP_FIELD: return at->record || !are_blank(residue, at);
    case OP_STORE: return is_store_left(residue, at);
    case OP_CALL:
        return !is_call_of_idle(residue, at) || !are_blank(residue, at);
    default: return !residue->is_blank[at->result] || masks(residue, at);
    }
}

static bool is_left(const struct residue *residue, const struct instruction *at)
{
    return has_effect(residue, at) &&
           (!is_pure(residue, at) || residue->is_needed[at->result]);
}

static void need(struct residue *residue, uint32_t temp)
{
    residue->changed |= !residue->is_needed[temp];
    residue->is_needed[temp] = true;
}

static void need_operands(struct residue *residue, const struct instruction *at,
                          bool is_reached)
{
    (void)is_reached;
    for (uint32_t i = 0; is_left(residue, at) && i < at->operand_count; i++)
        need(residue, at->operands[i]);
}

static void find_needed(struct residue *residue)
{
    const struct function *function = residue->function;

    for (size_t b = 0; b < function->block_count; b++)
        if (function->blocks[b].end.kind == END_RETURN &&
            function->blocks[b].end.temp != NO_TEMP)
            need(residue, function->blocks[b].end.temp);
    do {
        residue->changed = false;
        each_instruction(residue, need_operands);
    } while (residue->changed);
}

/* What is said of them. */

static void use(const struct residue *residue, const void *what)
{
    map_put(residue->scope->used, what, residue->scope->used);
}

static void add_record(const struct residue *residue,
                       const struct record *record)
{
    text_addf(residue->out, " r%zu",
              (size_t)(uintptr_t)map_get(residue->scope->records, record));
}

static void add_type(struct residue *residue, struct type type)
{
    text_addf(residue->out, " %d.%u", (int)type.kind, (unsigned)type.bits);
}

/* Its name; with what is known of it where it is met first. */
static void add_local(struct residue *residue, const struct variable *variable)
{
    uint32_t *name = &residue->locals[variable->number];
    bool is_new = *name == 0;

    if (is_new)
        *name = ++residue->local_count;
    text_addf(residue->out, " l%u", *name);
    if (is_new && is_parameter(residue, variable)) {
        text_addf(residue->out, "=%u%s", variable->number,
                  residue->is_direct[variable->number] ? "" : "!");
    } else if (is_new) {
        add_type(residue, variable->type);
        add_record(residue, variable->record);
    }
}

static bool counts_numbers(const struct instruction *at)
{
    return at->op == OP_ADD || at->op == OP_INDEX || at->op == OP_AND;
}

static void add_operand(struct residue *residue, const struct instruction *at,
                        uint32_t temp)
{
    const struct instruction *made = residue->made[temp];

    if (made->op == OP_LOCAL) {
        add_local(residue, made->variable);
    } else if (made->op == OP_GLOBAL) {
        use(residue, made->global);
        text_addf(residue->out, " g%s", made->global->name);
    } else if (made->op == OP_CONST && counts_numbers(at)) {
        text_addf(residue->out, " #%" PRId64, made->immediate);
    } else if (made->op == OP_CONST && at->op == OP_FREE) {
        text_add(residue->out, " #");
    } else if (residue->is_blank[temp]) {
        text_add(residue->out, " -");
    } else {
        text_addf(residue->out, " %%%u", residue->names[temp]);
    }
}

static bool asks_for_types(const struct instruction *at)
{
    return !op_has_result(at->op) || at->op == OP_CALL ||
           at->op == OP_CALL_INDIRECT || at->op == OP_OPAQUE;
}

static void add_extra(struct residue *residue, const struct instruction *at)
{
    switch ((int)op_extra(at->op)) {
    case EXTRA_FUNCTION:
        use(residue, at->function);
        text_addf(residue->out, " %s", at->function->name);
        break;
    case EXTRA_FIELD:
        add_record(residue, at->record);
        text_addf(residue->out, " %u %" PRId64, at->field, at->immediate);
        break;
    case EXTRA_RECORD: add_record(residue, at->record); break;
    default: break;
    }
}

/* Reads and writes that are left out, but not for whether the function is
 * plain, and whether there are writes at all. */
static void note_idle(struct residue *residue, const struct instruction *at)
{
    const struct global *global = at->op == OP_LOAD || at->op == OP_STORE
                                      ? idle_at(residue, at->operands[0])
                                      : NULL;

    if (!global)
        return;
    if (at->op == OP_STORE)
        map_put(residue->scope->written, global, residue->scope->written);
    else if (residue->is_plain && !residue->is_uncalled)
        text_addf(residue->out, "reads %s\n", global->name);
}

static void add_instruction(struct residue *residue,
                            const struct instruction *at, bool is_reached)
{
    if (is_reached)
        note_idle(residue, at);
    if (!is_left(residue, at))
        return;
    text_addf(residue->out, "%s%s", is_reached ? "" : "~", op_text(at->op));
    add_type(residue, at->type);
    add_extra(residue, at);
    for (uint32_t i = 0; i < at->operand_count; i++) {
        add_operand(residue, at, at->operands[i]);
        if (asks_for_types(at))
            add_record(residue, pointee_record(residue->made, at->operands[i]));
    }
    if (at->result != NO_TEMP)
        residue->names[at->result] = ++residue->name_count;
    text_add(residue->out, "\n");
}

/* The function as a whole. */

static void look_whether_plain(struct residue *residue,
                               const struct instruction *at, bool is_reached)
{
    switch ((int)at->op) {
    case OP_CALL:
    case OP_CALL_INDIRECT:
    case OP_COPY:
    case OP_HAVOC:
    case OP_OPAQUE: residue->is_plain &= !is_reached; break;
    case OP_STORE:
        residue->is_plain &=
            !is_reached || variable_at(residue, at->operands[0]);
        break;
    case OP_LOAD: /* from nobody knows where */
        residue->is_plain &= !is_reached || !residue->is_blank[at->operands[0]];
        break;
    default: break;
    }
}

static bool ends_with(const struct residue *residue, enum terminator_kind kind)
{
    const struct cfg *cfg = residue->cfg;

    for (uint32_t o = 0; o < cfg->order_count; o++)
        if (residue->function->blocks[cfg->order[o]].end.kind == kind)
            return true;
    return false;
}

static void add_head(struct residue *residue)
{
    const struct function *function = residue->function;
    size_t blocks = function->block_count;

    text_addf(residue->out, "function %s %d%d%d%d\n", function->name,
              residue->is_plain, ends_with(residue, END_UNREACHABLE),
              ends_with(residue, END_RETURN), ends_with(residue, END_RAISE));
    if (function->type.kind == TYPE_POINTER)
        text_addf(residue->out, "blocks %zu\n",
                  blocks < MANY_BLOCKS ? blocks : (size_t)MANY_BLOCKS);
}

static void add_body(struct residue *residue)
{
    const struct function *function = residue->function;

    for (size_t b = 0; b < function->block_count; b++) {
        const struct block *block = &function->blocks[b];
        bool is_reached = residue->cfg->position[b] != NO_BLOCK;
        for (size_t i = 0; i < block->instruction_count; i++)
            add_instruction(residue, &block->instructions[i], is_reached);
        if (block->end.kind != END_RETURN || block->end.temp == NO_TEMP ||
            residue->is_blank[block->end.temp])
            continue;
        text_add(residue->out, "return");
        add_operand(residue, residue->made[block->end.temp], block->end.temp);
        text_add(residue->out, "\n");
    }
}

/* Which locals come before which: the engine numbers them like that. */
static void add_order(struct residue *residue)
{
    if (residue->local_count == 0)
        return;
    text_add(residue->out, "locals");
    for (size_t i = 0; i < residue->function->variable_count; i++)
        if (residue->locals[i] > 0)
            text_addf(residue->out, " l%u", residue->locals[i]);
    text_add(residue->out, "\n");
}

void residue_add(const struct residue_scope *scope,
                 const struct function *function, bool is_uncalled,
                 struct text *out)
{
    struct arena *arena = arena_open();
    size_t temps = (size_t)function->temp_count + 1;
    size_t variables = function->variable_count + 1;
    struct residue residue = {
        .scope = scope,
        .function = function,
        .is_uncalled = is_uncalled,
        .cfg = cfg_make_shape(arena, function),
        .made = arena_array(arena, const struct instruction *, temps),
        .is_direct = arena_array(arena, bool, variables),
        .is_filled = arena_array(arena, bool, variables),
        .is_blank = arena_array(arena, bool, temps),
        .is_needed = arena_array(arena, bool, temps),
        .is_plain = true,
        .names = arena_array(arena, uint32_t, temps),
        .locals = arena_array(arena, uint32_t, variables),
        .out = out,
    };

    find_blank(&residue);
    each_instruction(&residue, look_whether_plain);
    find_needed(&residue);
    if (!is_uncalled)
        add_head(&residue);
    add_body(&residue);
    add_order(&residue);
    arena_close(arena);
}
