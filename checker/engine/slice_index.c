/* slice_index.c - who may change which place, and who calls whom.
 *
 * Needs:  the sets of engine/pointers.h.
 * Gives:  struct slice with its parts, but for what belongs to the slice.
 * Method: one walk over all instructions, then what functions do through their
 *         parameters is carried to their callers until nothing changes; what
 *         reaches a call whose argument is no parameter happens there.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/slice_priv.h"
#include "support/map.h"

/* Records inside records, and places reached from a place. */
#define MAX_NESTING 8
#define MAX_REACHED 512

static const struct function *resolved(const struct function *function)
{
    return function->definition ? function->definition : function;
}

struct part *slice_part(const struct slice *slice,
                        const struct function *function)
{
    return map_get(slice->parts, resolved(function));
}

const struct pointer_set *slice_places(const struct slice *slice,
                                       const struct part *part, uint32_t temp)
{
    return pointers_of_temp(slice->pointers, part->function, temp);
}

struct function_list slice_targets(struct slice *slice, const struct part *part,
                                   const struct instruction *call)
{
    struct function_list *list = map_get(slice->targets, call);
    if (list)
        return *list;
    list = arena_new(slice->arena, struct function_list);
    map_put(slice->targets, call, list);
    if (call->op == OP_CALL_INDIRECT) {
        struct function_list all =
            roots_targets(slice->roots, part->function, call);
        list->items = arena_array(slice->arena, struct function *, all.count);
        for (size_t i = 0; i < all.count; i++)
            if (slice_part(slice, all.items[i]))
                list->items[list->count++] = all.items[i];
    } else if (slice_part(slice, call->function)) {
        list->items = arena_new(slice->arena, struct function *);
        list->items[list->count++] = call->function->definition
                                         ? call->function->definition
                                         : call->function;
    }
    return *list;
}

static void each_field(struct slice *slice, const struct record *record,
                       struct site site, place_deed *deed, unsigned depth)
{
    if (record && record->definition)
        record = record->definition;
    for (uint32_t f = 0; record && f < record->field_count; f++) {
        uint32_t place = pointers_place_of_field(slice->pointers, record, f);
        if (place != UINT32_MAX)
            deed(slice, place, site);
        if (record->fields[f].type.kind == TYPE_AGGREGATE &&
            depth < MAX_NESTING)
            each_field(slice, record->fields[f].record, site, deed, depth + 1);
    }
}

void slice_each_place(struct slice *slice, uint32_t item, struct site site,
                      place_deed *deed)
{
    if (item >= pointers_count(slice->pointers))
        return;
    deed(slice, item, site);
    each_field(slice, pointers_record(slice->pointers, item), site, deed, 0);
    const struct map *shapes = map_get(slice->shapes, place_key(item));
    for (size_t i = 0; shapes && i < map_count(shapes); i++)
        each_field(slice, map_at(shapes, i).key, site, deed, 0);
}

static struct site made(const struct part *part, uint32_t temp)
{
    return part->made[temp];
}

static const struct instruction *maker(const struct part *part, uint32_t temp)
{
    struct site site = made(part, temp);
    return site.part ? site_instruction(site) : NULL;
}

/* What an operand points to by its type, where its set says nothing. */
static const struct record *hint(const struct part *part, uint32_t temp)
{
    const struct instruction *at = maker(part, temp);
    while (at && at->op == OP_CAST && !at->record)
        at = maker(part, at->operands[0]);
    if (!at)
        return NULL;
    if (at->op == OP_CAST)
        return at->record;
    if (at->op == OP_CALL)
        return at->function->record;
    if (at->op != OP_LOAD)
        return NULL;
    const struct instruction *from = maker(part, at->operands[0]);
    if (from && from->op == OP_LOCAL)
        return from->variable->record;
    if (from && from->op == OP_FIELD && from->record)
        return from->record->fields[from->field].record;
    return NULL;
}

static void add_writer(struct slice *slice, uint32_t place, struct site site)
{
    struct sites *writers = &slice->writers[place];
    if (writers->count > 0 && vec_last(writers).part == site.part &&
        vec_last(writers).block == site.block &&
        vec_last(writers).pc == site.pc)
        return;
    vec_push(slice->arena, writers, site);
}

/* The instruction changes what the operand points to: the scalar there, or all
 * of it. */
static void note_write(struct slice *slice, struct site site, uint32_t temp,
                       bool is_whole)
{
    const struct pointer_set *set = slice_places(slice, site.part, temp);
    const struct record *record = hint(site.part, temp);
    for (uint32_t i = 0; i < set->count; i++) {
        if (is_whole)
            slice_each_place(slice, set->items[i], site, add_writer);
        else if (set->items[i] < pointers_count(slice->pointers))
            add_writer(slice, set->items[i], site);
    }
    if (is_whole && record)
        each_field(slice, record, site, add_writer, 0);
}

/* Code that nobody knows gets the operand: all that can be reached from it. */
static void note_havoc(struct slice *slice, struct site site, uint32_t temp)
{
    const struct pointers *pointers = slice->pointers;
    struct arena *scratch = arena_open();
    struct map *seen = map_make(scratch);
    const struct pointer_set *set = slice_places(slice, site.part, temp);
    for (size_t next = 0;; next++) {
        for (uint32_t i = 0; i < set->count; i++)
            if (set->items[i] < pointers_count(pointers) &&
                map_count(seen) < MAX_REACHED)
                map_put(seen, place_key(set->items[i]), seen);
        if (next >= map_count(seen))
            break;
        uint32_t item = place_number(map_at(seen, next).key);
        slice_each_place(slice, item, site, add_writer);
        each_field(slice, pointers_owner(pointers, item), site, add_writer, 0);
        set = pointers_in(pointers, item);
    }
    arena_close(scratch);
}

static bool is_outside_caller(const struct slice *slice,
                              const struct part *part)
{
    return pointers_is_taken(slice->pointers, part->function) ||
           part->function->is_exported;
}

static struct through *through_of(const struct part *part, uint32_t temp)
{
    uint32_t parameter = part->parameter_of[temp];
    return parameter == NO_TEMP ? NULL : &part->through[parameter];
}

static void note_change(struct slice *slice, struct site site, uint32_t temp,
                        bool is_whole)
{
    struct through *through = through_of(site.part, temp);
    if (through) {
        through->writes = true;
        vec_push(slice->arena, &through->sites, site);
        if (!is_outside_caller(slice, site.part))
            return;
    }
    note_write(slice, site, temp, is_whole);
}

/* What the operand points to is freed: that counts where it holds a handle.
 * What else was there nobody reads any more. */
static void note_end(struct slice *slice, struct site site, uint32_t temp)
{
    const struct instruction *at = maker(site.part, temp);
    bool is_unknown = slice_places(slice, site.part, temp)->count == 0 &&
                      !hint(site.part, temp) && at && at->op != OP_CONST;
    vec_push(slice->arena, &slice->frees, site);
    if (is_unknown)
        vec_push(slice->arena, &site.part->loose, site);
}

static void note_free(struct slice *slice, struct site site)
{
    uint32_t temp = site_instruction(site)->operands[0];
    struct through *through = through_of(site.part, temp);
    if (through) {
        through->frees = true;
        vec_push(slice->arena, &through->sites, site);
        if (!is_outside_caller(slice, site.part))
            return;
    }
    note_end(slice, site, temp);
}

static bool may_write(const struct function *callee, uint32_t argument)
{
    if (!callee || !callee->is_system)
        return true;
    if (argument >= callee->parameter_count)
        return false;
    const struct variable *parameter = callee->variables[argument];
    return parameter->type.kind == TYPE_POINTER &&
           !parameter->is_void_pointer && !parameter->is_const_pointer;
}

static void give_operand(struct slice *slice, struct site site,
                         const struct function *callee, uint32_t number,
                         uint32_t temp)
{
    struct through *through = through_of(site.part, temp);
    bool writes = may_write(callee, number);
    if (through) {
        through->keeps = true;
        through->writes |= writes;
        vec_push(slice->arena, &through->sites, site);
        if (!is_outside_caller(slice, site.part))
            return;
    }
    if (!callee || !callee->is_system)
        note_havoc(slice, site, temp);
    else if (writes)
        note_write(slice, site, temp, true);
    vec_push(slice->arena, &slice->keepers, site);
}

static void note_external(struct slice *slice, struct site site)
{
    const struct instruction *call = site_instruction(site);
    const struct function *callee = call->op == OP_CALL ? call->function : NULL;
    uint32_t first = call->op == OP_CALL ? 0 : 1;
    for (uint32_t i = first; i < call->operand_count; i++)
        give_operand(slice, site, callee, i - first, call->operands[i]);
}

static void add_caller(struct slice *slice, struct part *callee,
                       struct site site)
{
    if (callee && !callee->is_whole)
        vec_push(slice->arena, &callee->callers, site);
}

/* A call of a protocol puts a handle somewhere, and may run routines. */
static void note_protocol(struct slice *slice, struct site site,
                          const struct protocol_call *known)
{
    const struct instruction *call = site_instruction(site);
    struct function_list inside =
        roots_run_in(slice->roots, site.part->function, call);
    for (size_t i = 0; i < inside.count; i++)
        add_caller(slice, slice_part(slice, inside.items[i]), site);
    if (known->creates && known->is_out &&
        known->argument < call->operand_count)
        note_change(slice, site, call->operands[known->argument], false);
}

static void note_call(struct slice *slice, struct site site)
{
    const struct instruction *call = site_instruction(site);
    struct function_list targets = slice_targets(slice, site.part, call);
    const struct protocol_call *known = rules_call_at(slice->rules, call);
    if (known && (targets.count == 0 || targets.items[0]->is_weak)) {
        note_protocol(slice, site, known);
        return;
    }
    for (size_t i = 0; i < targets.count; i++)
        add_caller(slice, slice_part(slice, targets.items[i]), site);
    if (call->op == OP_CALL_INDIRECT && site.part->is_whole) {
        struct through *through = through_of(site.part, call->operands[0]);
        if (through)
            through->calls = true;
    }
    if (targets.count == 0)
        note_external(slice, site);
}

static void note_in(struct slice *slice, struct site site)
{
    const struct instruction *at = site_instruction(site);
    struct part *part = site.part;
    switch ((int)at->op) {
    case OP_LOAD:
        if (through_of(part, at->operands[0]))
            through_of(part, at->operands[0])->reads = true;
        break;
    case OP_STORE:
        note_change(slice, site, at->operands[0], false);
        if (part->is_whole && maker(part, at->operands[0]) &&
            maker(part, at->operands[0])->op == OP_GLOBAL)
            part->changes_roots = true;
        break;
    case OP_COPY:
        if (through_of(part, at->operands[1]))
            through_of(part, at->operands[1])->reads = true;
        note_change(slice, site, at->operands[0], true);
        break;
    case OP_FILL: note_change(slice, site, at->operands[0], true); break;
    case OP_FREE: note_free(slice, site); break;
    case OP_HAVOC:
    case OP_OPAQUE:
        for (uint32_t i = 0; i < at->operand_count; i++) {
            if (through_of(part, at->operands[i]))
                through_of(part, at->operands[i])->writes = true;
            note_havoc(slice, site, at->operands[i]);
        }
        vec_push(slice->arena, &slice->keepers, site);
        break;
    case OP_CALL:
    case OP_CALL_INDIRECT: note_call(slice, site); break;
    default: break;
    }
}

typedef void site_deed(struct slice *slice, struct site site);

static void each_site(struct slice *slice, site_deed *deed)
{
    for (size_t p = 0; p < slice->list.count; p++) {
        struct site site = { slice->list.items[p], 0, 0 };
        const struct function *function = site.part->function;
        for (site.block = 0; site.block < function->block_count; site.block++) {
            size_t count = function->blocks[site.block].instruction_count;
            if (site.part->cfg->position[site.block] == NO_BLOCK)
                continue;
            for (site.pc = 0; site.pc < count; site.pc++)
                deed(slice, site);
        }
    }
}

static void note_made(struct slice *slice, struct site site)
{
    uint32_t result = site_instruction(site)->result;
    (void)slice;
    if (result != NO_TEMP)
        site.part->made[result] = site;
}

/* Parameters that stay what they were given, by number. */
static bool *constant_parameters(struct slice *slice, const struct part *part)
{
    const struct function *function = part->function;
    bool *constant = arena_array(slice->arena, bool, function->variable_count);
    for (size_t i = 0; i < function->parameter_count; i++)
        constant[i] = function->variables[i]->type.kind != TYPE_AGGREGATE;
    for (size_t b = 0; b < function->block_count; b++) {
        const struct block *block = &function->blocks[b];
        for (size_t i = 0; i < block->instruction_count; i++) {
            const struct instruction *at = &block->instructions[i];
            for (uint32_t j = 0; j < at->operand_count; j++) {
                const struct instruction *from = maker(part, at->operands[j]);
                if (from && from->op == OP_LOCAL &&
                    !(at->op == OP_LOAD && j == 0))
                    constant[from->variable->number] = false;
            }
        }
    }
    return constant;
}

/* The operand whose parameter the result goes on with; NO_TEMP for none. In a
 * model, what is reached from a parameter counts as the parameter's too. */
static uint32_t goes_on(const struct part *part, const struct instruction *at)
{
    switch ((int)at->op) {
    case OP_CAST:
    case OP_INDEX: return at->operands[0];
    case OP_FIELD:
    case OP_ADD:
    case OP_LOAD: return part->is_whole ? at->operands[0] : NO_TEMP;
    default: return NO_TEMP;
    }
}

/* Makers come before uses in the order of the blocks. */
static void find_parameters(struct slice *slice, struct part *part)
{
    const struct function *function = part->function;
    const bool *constant = constant_parameters(slice, part);
    for (uint32_t t = 0; t < function->temp_count; t++)
        part->parameter_of[t] = NO_TEMP;
    for (uint32_t o = 0; o < part->cfg->order_count; o++) {
        const struct block *block = &function->blocks[part->cfg->order[o]];
        for (size_t i = 0; i < block->instruction_count; i++) {
            const struct instruction *at = &block->instructions[i];
            if (at->result == NO_TEMP)
                continue;
            const struct instruction *from =
                at->op == OP_LOAD ? maker(part, at->operands[0]) : NULL;
            uint32_t operand = goes_on(part, at);
            if (from && from->op == OP_LOCAL) {
                if (constant[from->variable->number])
                    part->parameter_of[at->result] = from->variable->number;
            } else if (operand != NO_TEMP) {
                part->parameter_of[at->result] = part->parameter_of[operand];
            }
        }
    }
}

static void find_ends(struct part *part)
{
    const struct function *function = part->function;
    bool returns = false;
    for (uint32_t o = 0; o < part->cfg->order_count; o++) {
        const struct block *block = &function->blocks[part->cfg->order[o]];
        part->stops |= block->end.kind == END_UNREACHABLE;
        part->raises |= block->end.kind == END_RAISE;
        returns |= block->end.kind == END_RETURN;
    }
    part->stops |= !returns;
}

const struct parameter *slice_parameter(const struct slice *slice,
                                        uint32_t place)
{
    return map_get(slice->parameters, place_key(place));
}

static void name_parameters(struct slice *slice, struct part *part)
{
    for (uint32_t i = 0; i < part->function->parameter_count; i++) {
        struct parameter *parameter = arena_new(slice->arena, struct parameter);
        uint32_t place = pointers_place_of_variable(
            slice->pointers, part->function, part->function->variables[i]);
        parameter->part = part;
        parameter->number = i;
        map_put(slice->parameters, place_key(place), parameter);
    }
}

static struct part *make_part(struct slice *slice,
                              const struct function *function)
{
    struct arena *arena = slice->arena;
    struct part *part = arena_new(arena, struct part);
    part->function = function;
    part->cfg = cfg_make_shape(arena, function);
    part->dependence = dependence_make(arena, function, part->cfg);
    part->made = arena_array(arena, struct site, function->temp_count);
    part->parameter_of = arena_array(arena, uint32_t, function->temp_count);
    part->through =
        arena_array(arena, struct through, function->parameter_count);
    part->has = arena_array(arena, bool *, function->block_count);
    part->acts = arena_array(arena, bool *, function->block_count);
    for (size_t b = 0; b < function->block_count; b++) {
        size_t count = function->blocks[b].instruction_count;
        part->has[b] = arena_array(arena, bool, count);
        part->acts[b] = arena_array(arena, bool, count);
    }
    part->decides = arena_array(arena, bool, function->block_count);
    part->asked = arena_array(arena, bool, function->block_count);
    part->needs = arena_array(arena, bool, function->temp_count);
    part->is_address = arena_array(arena, bool, function->temp_count);
    part->is_whole = function->is_weak;
    part->is_plain = true;
    find_ends(part);
    name_parameters(slice, part);
    map_put(slice->parts, function, part);
    vec_push(arena, &slice->list, part);
    return part;
}

/* What objects that are allocated are used as. */
static void note_shape(struct slice *slice, struct site site)
{
    const struct instruction *at = site_instruction(site);
    if (at->op != OP_FIELD || !at->record)
        return;
    const struct pointer_set *set =
        slice_places(slice, site.part, at->operands[0]);
    for (uint32_t i = 0; i < set->count; i++) {
        if (!pointers_is_allocated(slice->pointers, set->items[i]))
            continue;
        const void *key = place_key(set->items[i]);
        struct map *shapes = map_get(slice->shapes, key);
        if (!shapes) {
            shapes = map_make(slice->arena);
            map_put(slice->shapes, key, shapes);
        }
        map_put(shapes,
                at->record->definition ? at->record->definition : at->record,
                shapes);
    }
}

static bool unite(struct through *into, const struct through *from)
{
    struct through before = *into;
    into->reads |= from->reads;
    into->writes |= from->writes;
    into->frees |= from->frees;
    into->keeps |= from->keeps;
    into->calls |= from->calls;
    return before.reads != into->reads || before.writes != into->writes ||
           before.frees != into->frees || before.keeps != into->keeps ||
           before.calls != into->calls;
}

typedef void through_deed(struct slice *slice, struct site site, uint32_t temp,
                          const struct through *through);

static void each_through(struct slice *slice, struct site site,
                         through_deed *deed)
{
    const struct instruction *call = site_instruction(site);
    if (call->op != OP_CALL && call->op != OP_CALL_INDIRECT)
        return;
    uint32_t first = call->op == OP_CALL ? 0 : 1;
    struct function_list targets = slice_targets(slice, site.part, call);
    for (size_t i = 0; i < targets.count; i++) {
        const struct part *callee = slice_part(slice, targets.items[i]);
        for (uint32_t j = first; callee && j < call->operand_count; j++)
            if (j - first < callee->function->parameter_count)
                deed(slice, site, call->operands[j],
                     &callee->through[j - first]);
    }
}

static void carry(struct slice *slice, struct site site, uint32_t temp,
                  const struct through *through)
{
    struct through *own = through_of(site.part, temp);
    if (own && unite(own, through))
        slice->is_carried = true;
}

static void carry_site(struct slice *slice, struct site site)
{
    const struct instruction *call = site_instruction(site);
    each_through(slice, site, carry);
    if (call->op != OP_CALL && call->op != OP_CALL_INDIRECT)
        return;
    struct function_list targets = slice_targets(slice, site.part, call);
    for (size_t i = 0; i < targets.count; i++) {
        struct part *callee = slice_part(slice, targets.items[i]);
        bool raises = callee->raises && !site.part->raises;
        bool roots = callee->is_whole && callee->changes_roots &&
                     site.part->is_whole && !site.part->changes_roots;
        site.part->raises |= raises;
        site.part->changes_roots |= roots;
        slice->is_carried |= raises || roots;
    }
}

static void call_routines(struct slice *slice, struct site site, uint32_t temp)
{
    const struct pointer_set *set = slice_places(slice, site.part, temp);
    for (uint32_t i = 0; i < set->count; i++) {
        struct function *function =
            pointers_function(slice->pointers, set->items[i]);
        if (function)
            add_caller(slice, slice_part(slice, function), site);
    }
}

static void settle(struct slice *slice, struct site site, uint32_t temp,
                   const struct through *through)
{
    struct through *own = through_of(site.part, temp);
    bool acts = through->writes || through->frees || through->keeps;
    if (own && acts)
        vec_push(slice->arena, &own->sites, site);
    if (through->calls)
        call_routines(slice, site, temp);
    if (own && !is_outside_caller(slice, site.part))
        return;
    if (through->writes)
        note_write(slice, site, temp, true);
    if (through->frees)
        note_end(slice, site, temp);
    if (through->keeps)
        vec_push(slice->arena, &slice->keepers, site);
}

static void settle_site(struct slice *slice, struct site site)
{
    each_through(slice, site, settle);
}

static bool is_written(const struct slice *slice, const struct pointer_set *set)
{
    for (uint32_t i = 0; i < set->count; i++)
        if (set->items[i] >= pointers_count(slice->pointers) ||
            slice->writers[set->items[i]].count > 0)
            return true;
    return set->count == 0;
}

static void look_whether_plain(struct slice *slice, struct site site)
{
    const struct instruction *at = site_instruction(site);
    const struct instruction *address = NULL;
    bool is_plain = true;
    switch ((int)at->op) {
    case OP_CALL:
    case OP_CALL_INDIRECT:
    case OP_COPY:
    case OP_HAVOC:
    case OP_OPAQUE: is_plain = false; break;
    case OP_LOAD:
    case OP_STORE:
        address = maker(site.part, at->operands[0]);
        is_plain = (address && address->op == OP_LOCAL) ||
                   (at->op == OP_LOAD &&
                    !is_written(slice, slice_places(slice, site.part,
                                                    at->operands[0])));
        break;
    default: break;
    }
    site.part->is_plain &= is_plain;
}

void slice_index(struct slice *slice)
{
    const struct program *program = slice->program;
    slice->parts = map_make(slice->arena);
    slice->shapes = map_make(slice->arena);
    slice->targets = map_make(slice->arena);
    slice->parameters = map_make(slice->arena);
    slice->writers = arena_array(slice->arena, struct sites,
                                 pointers_count(slice->pointers));
    for (size_t i = 0; i < program->function_count; i++)
        make_part(slice, program->functions[i]);
    each_site(slice, note_made);
    for (size_t i = 0; i < slice->list.count; i++)
        find_parameters(slice, slice->list.items[i]);
    each_site(slice, note_shape);
    each_site(slice, note_in);
    do {
        slice->is_carried = false;
        each_site(slice, carry_site);
    } while (slice->is_carried);
    each_site(slice, settle_site);
    each_site(slice, look_whether_plain);
}
