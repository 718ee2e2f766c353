/* slice_index.c - who may change which place, and who calls whom.
 *
 * Needs:  the sets of engine/pointers.h.
 * Gives:  struct slice_index.
 * Method: one walk over all instructions, then what functions do through their
 *         parameters is carried to their callers until nothing changes; what
 *         reaches a call whose argument is no parameter happens there.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/slice_index.h"

#include "engine/slice.h"
#include "ir/pointee.h"
#include "support/map.h"

/* Records inside records, and places reached from a place. */
#define MAX_NESTING 8
#define MAX_REACHED 512

struct part *index_part(const struct slice_index *index,
                        const struct function *function)
{
    return index->parts[function_linked(function)->number];
}

const struct pointer_set *index_places(const struct slice_index *index,
                                       const struct part *part, uint32_t temp)
{
    return pointers_of_temp(index->pointers, part->function, temp);
}

struct function_list index_targets(const struct slice_index *index,
                                   const struct instruction *call)
{
    struct function_list list = { NULL, 0 };
    const struct function_list *targets =
        call->op == OP_CALL_INDIRECT ? map_get(index->targets, call) : NULL;
    if (targets)
        return *targets;
    if (call->op == OP_CALL && index_part(index, call->function))
        list = (struct function_list){ &call->function->definition, 1 };
    return list;
}

static void note_targets(struct slice_index *index, struct site site)
{
    const struct instruction *call = site_instruction(site);
    if (call->op != OP_CALL_INDIRECT)
        return;
    struct function_list all =
        roots_targets(index->roots, site.part->function, call);
    struct function_list *list = arena_new(index->arena, struct function_list);
    list->items = arena_array(index->arena, struct function *, all.count);
    for (size_t i = 0; i < all.count; i++)
        if (index_part(index, all.items[i]))
            list->items[list->count++] = all.items[i];
    map_put(index->targets, call, list);
}

static void each_field(const struct slice_index *index,
                       const struct record *record, struct site site,
                       place_deed *deed, void *data, unsigned depth)
{
    record = record_linked(record);
    for (uint32_t f = 0; record && f < record->field_count; f++) {
        uint32_t place = pointers_place_of_field(index->pointers, record, f);
        if (place != UINT32_MAX)
            deed(data, place, site);
        if (record->fields[f].type.kind == TYPE_AGGREGATE &&
            depth < MAX_NESTING)
            each_field(index, record->fields[f].record, site, deed, data,
                       depth + 1);
    }
}

void index_each_place(const struct slice_index *index, uint32_t item,
                      struct site site, place_deed *deed, void *data)
{
    if (item >= pointers_count(index->pointers))
        return;
    deed(data, item, site);
    each_field(index, pointers_record(index->pointers, item), site, deed, data,
               0);
    const struct map *shapes = map_get(index->shapes, place_key(item));
    for (size_t i = 0; shapes && i < map_count(shapes); i++)
        each_field(index, map_at(shapes, i).key, site, deed, data, 0);
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

const struct record *index_hint(const struct slice_index *index,
                                const struct part *part, uint32_t temp)
{
    return pointee_record(pointers_makers(index->pointers, part->function),
                          temp);
}

static void add_writer(void *data, uint32_t place, struct site site)
{
    struct slice_index *index = data;
    struct sites *writers = &index->writers[place];
    if (writers->count > 0 && vec_last(writers).part == site.part &&
        vec_last(writers).block == site.block &&
        vec_last(writers).pc == site.pc)
        return;
    vec_push(index->arena, writers, site);
}

/* The instruction changes what the operand points to: the scalar there, or all
 * of it. */
static void note_write(struct slice_index *index, struct site site,
                       uint32_t temp, bool is_whole)
{
    const struct pointer_set *set = index_places(index, site.part, temp);
    const struct record *record = index_hint(index, site.part, temp);
    for (uint32_t i = 0; i < set->count; i++) {
        if (is_whole)
            index_each_place(index, set->items[i], site, add_writer, index);
        else if (set->items[i] < pointers_count(index->pointers))
            add_writer(index, set->items[i], site);
    }
    if (is_whole && record)
        each_field(index, record, site, add_writer, index, 0);
}

/* Code that nobody knows gets the operand: all that can be reached from it. */
static void note_havoc(struct slice_index *index, struct site site,
                       uint32_t temp)
{
    const struct pointers *pointers = index->pointers;
    struct arena *scratch = arena_open();
    struct map *seen = map_make(scratch);
    const struct pointer_set *set = index_places(index, site.part, temp);
    for (size_t next = 0;; next++) {
        for (uint32_t i = 0; i < set->count; i++)
            if (set->items[i] < pointers_count(pointers) &&
                map_count(seen) < MAX_REACHED)
                map_put(seen, place_key(set->items[i]), seen);
        if (next >= map_count(seen))
            break;
        uint32_t item = place_number(map_at(seen, next).key);
        index_each_place(index, item, site, add_writer, index);
        each_field(index, pointers_owner(pointers, item), site, add_writer,
                   index, 0);
        set = pointers_in(pointers, item);
    }
    arena_close(scratch);
}

const struct protocol_call *index_protocol_call(const struct slice_index *index,
                                                const struct instruction *at)
{
    if (at->op != OP_CALL)
        return NULL;
    const struct part *callee = index_part(index, at->function);
    return !callee || callee->is_whole
               ? rules_call(index->rules, at->function->name)
               : NULL;
}

static bool is_outside_caller(const struct slice_index *index,
                              const struct part *part)
{
    return pointers_is_taken(index->pointers, part->function) ||
           part->function->is_exported || !part->is_called;
}

static struct through *through_of(const struct part *part, uint32_t temp)
{
    uint32_t parameter = part->parameter_of[temp];
    return parameter == NO_TEMP ? NULL : &part->through[parameter];
}

static void note_change(struct slice_index *index, struct site site,
                        uint32_t temp, bool is_whole)
{
    struct through *through = through_of(site.part, temp);
    if (through) {
        through->writes = true;
        vec_push(index->arena, &through->sites, site);
        if (!is_outside_caller(index, site.part))
            return;
    }
    note_write(index, site, temp, is_whole);
}

/* What the operand points to is freed: that counts where it holds a handle.
 * What else was there nobody reads any more. */
static void note_end(struct slice_index *index, struct site site, uint32_t temp)
{
    const struct instruction *at = maker(site.part, temp);
    bool is_unknown = index_places(index, site.part, temp)->count == 0 &&
                      !index_hint(index, site.part, temp) && at &&
                      at->op != OP_CONST;
    vec_push(index->arena, &index->frees, site);
    if (is_unknown)
        vec_push(index->arena, &site.part->loose, site);
}

static void note_free(struct slice_index *index, struct site site)
{
    uint32_t temp = site_instruction(site)->operands[0];
    struct through *through = through_of(site.part, temp);
    if (through) {
        through->frees = true;
        vec_push(index->arena, &through->sites, site);
        if (!is_outside_caller(index, site.part))
            return;
    }
    note_end(index, site, temp);
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

static void give_operand(struct slice_index *index, struct site site,
                         const struct function *callee, uint32_t number,
                         uint32_t temp)
{
    struct through *through = through_of(site.part, temp);
    bool writes = may_write(callee, number);
    if (through) {
        through->keeps = true;
        through->writes |= writes;
        vec_push(index->arena, &through->sites, site);
        if (!is_outside_caller(index, site.part))
            return;
    }
    if (!callee || !callee->is_system)
        note_havoc(index, site, temp);
    else if (writes)
        note_write(index, site, temp, true);
    vec_push(index->arena, &index->keepers, site);
}

static void note_external(struct slice_index *index, struct site site)
{
    const struct instruction *call = site_instruction(site);
    const struct function *callee = call->op == OP_CALL ? call->function : NULL;
    uint32_t first = call->op == OP_CALL ? 0 : 1;
    for (uint32_t i = first; i < call->operand_count; i++)
        give_operand(index, site, callee, i - first, call->operands[i]);
}

static void add_caller(struct slice_index *index, struct part *callee,
                       struct site site)
{
    if (callee && !callee->is_whole)
        vec_push(index->arena, &callee->callers, site);
}

/* A call of a protocol puts a handle somewhere, and may run routines. */
static void note_protocol(struct slice_index *index, struct site site,
                          const struct protocol_call *known)
{
    const struct instruction *call = site_instruction(site);
    struct function_list inside =
        roots_run_in(index->roots, site.part->function, call);
    for (size_t i = 0; i < inside.count; i++)
        add_caller(index, index_part(index, inside.items[i]), site);
    if (known->creates && known->is_out &&
        known->argument < call->operand_count)
        note_change(index, site, call->operands[known->argument], false);
}

static void note_call(struct slice_index *index, struct site site)
{
    const struct instruction *call = site_instruction(site);
    struct function_list targets = index_targets(index, call);
    const struct protocol_call *known = rules_call_at(index->rules, call);
    if (known && (targets.count == 0 || targets.items[0]->is_weak)) {
        note_protocol(index, site, known);
        return;
    }
    for (size_t i = 0; i < targets.count; i++)
        add_caller(index, index_part(index, targets.items[i]), site);
    if (call->op == OP_CALL_INDIRECT && site.part->is_whole) {
        struct through *through = through_of(site.part, call->operands[0]);
        if (through)
            through->calls = true;
    }
    if (targets.count == 0)
        note_external(index, site);
}

static void note_in(struct slice_index *index, struct site site)
{
    const struct instruction *at = site_instruction(site);
    struct part *part = site.part;
    switch ((int)at->op) {
    case OP_LOAD:
        if (through_of(part, at->operands[0]))
            through_of(part, at->operands[0])->reads = true;
        break;
    case OP_STORE:
        note_change(index, site, at->operands[0], false);
        if (part->is_whole && maker(part, at->operands[0]) &&
            maker(part, at->operands[0])->op == OP_GLOBAL)
            part->changes_roots = true;
        break;
    case OP_COPY:
        if (through_of(part, at->operands[1]))
            through_of(part, at->operands[1])->reads = true;
        note_change(index, site, at->operands[0], true);
        break;
    case OP_FILL: note_change(index, site, at->operands[0], true); break;
    case OP_FREE: note_free(index, site); break;
    case OP_HAVOC:
    case OP_OPAQUE:
        for (uint32_t i = 0; i < at->operand_count; i++) {
            if (through_of(part, at->operands[i]))
                through_of(part, at->operands[i])->writes = true;
            note_havoc(index, site, at->operands[i]);
        }
        vec_push(index->arena, &index->keepers, site);
        break;
    case OP_CALL:
    case OP_CALL_INDIRECT: note_call(index, site); break;
    default: break;
    }
}

typedef void site_deed(struct slice_index *index, struct site site);

static void each_site(struct slice_index *index, site_deed *deed)
{
    for (size_t p = 0; p < index->list.count; p++) {
        struct site site = { index->list.items[p], 0, 0 };
        const struct function *function = site.part->function;
        for (site.block = 0; site.block < function->block_count; site.block++) {
            size_t count = function->blocks[site.block].instruction_count;
            if (site.part->cfg->position[site.block] == NO_BLOCK)
                continue;
            for (site.pc = 0; site.pc < count; site.pc++)
                deed(index, site);
        }
    }
}

static void note_called(struct slice_index *index, struct site site)
{
    const struct instruction *at = site_instruction(site);
    if (at->op != OP_CALL && at->op != OP_CALL_INDIRECT)
        return;
    struct function_list targets = index_targets(index, at);
    for (size_t i = 0; i < targets.count; i++)
        index_part(index, targets.items[i])->is_called = true;
}

static void note_made(struct slice_index *index, struct site site)
{
    uint32_t result = site_instruction(site)->result;
    (void)index;
    if (result != NO_TEMP)
        site.part->made[result] = site;
}

/* Parameters that stay what they were given, by number. */
static bool *constant_parameters(struct slice_index *index,
                                 const struct part *part)
{
    const struct function *function = part->function;
    bool *constant = arena_array(index->arena, bool, function->variable_count);
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
static void find_parameters(struct slice_index *index, struct part *part)
{
    const struct function *function = part->function;
    const bool *constant = constant_parameters(index, part);
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

const struct parameter *index_parameter(const struct slice_index *index,
                                        uint32_t place)
{
    return map_get(index->parameters, place_key(place));
}

static void name_parameters(struct slice_index *index, struct part *part)
{
    for (uint32_t i = 0; i < part->function->parameter_count; i++) {
        struct parameter *parameter = arena_new(index->arena, struct parameter);
        uint32_t place = pointers_place_of_variable(
            index->pointers, part->function, part->function->variables[i]);
        parameter->part = part;
        parameter->number = i;
        map_put(index->parameters, place_key(place), parameter);
    }
}

static struct part *make_part(struct slice_index *index,
                              const struct function *function)
{
    struct arena *arena = index->arena;
    struct part *part = arena_new(arena, struct part);
    part->function = function;
    part->number = index->list.count;
    part->cfg = cfg_make_shape(arena, function);
    part->dependence = dependence_make(arena, function, part->cfg);
    part->made = arena_array(arena, struct site, function->temp_count);
    part->parameter_of = arena_array(arena, uint32_t, function->temp_count);
    part->through =
        arena_array(arena, struct through, function->parameter_count);
    part->is_whole = function->is_weak;
    part->is_plain = true;
    find_ends(part);
    name_parameters(index, part);
    index->parts[function->number] = part;
    vec_push(arena, &index->list, part);
    return part;
}

/* What objects that are allocated are used as. */
static void note_shape(struct slice_index *index, struct site site)
{
    const struct instruction *at = site_instruction(site);
    if (at->op != OP_FIELD || !at->record)
        return;
    const struct pointer_set *set =
        index_places(index, site.part, at->operands[0]);
    for (uint32_t i = 0; i < set->count; i++) {
        if (!pointers_is_allocated(index->pointers, set->items[i]))
            continue;
        const void *key = place_key(set->items[i]);
        struct map *shapes = map_get(index->shapes, key);
        if (!shapes) {
            shapes = map_make(index->arena);
            map_put(index->shapes, key, shapes);
        }
        map_put(shapes, record_linked(at->record), shapes);
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

typedef void through_deed(struct slice_index *index, struct site site,
                          uint32_t temp, const struct through *through);

static void each_through(struct slice_index *index, struct site site,
                         through_deed *deed)
{
    const struct instruction *call = site_instruction(site);
    if (call->op != OP_CALL && call->op != OP_CALL_INDIRECT)
        return;
    uint32_t first = call->op == OP_CALL ? 0 : 1;
    struct function_list targets = index_targets(index, call);
    for (size_t i = 0; i < targets.count; i++) {
        const struct part *callee = index_part(index, targets.items[i]);
        for (uint32_t j = first; callee && j < call->operand_count; j++)
            if (j - first < callee->function->parameter_count)
                deed(index, site, call->operands[j],
                     &callee->through[j - first]);
    }
}

static void carry(struct slice_index *index, struct site site, uint32_t temp,
                  const struct through *through)
{
    struct through *own = through_of(site.part, temp);
    if (own && unite(own, through))
        index->is_carried = true;
}

static void carry_site(struct slice_index *index, struct site site)
{
    const struct instruction *call = site_instruction(site);
    each_through(index, site, carry);
    if (call->op != OP_CALL && call->op != OP_CALL_INDIRECT)
        return;
    struct function_list targets = index_targets(index, call);
    for (size_t i = 0; i < targets.count; i++) {
        struct part *callee = index_part(index, targets.items[i]);
        bool raises = callee->raises && !site.part->raises;
        bool roots = callee->is_whole && callee->changes_roots &&
                     site.part->is_whole && !site.part->changes_roots;
        site.part->raises |= raises;
        site.part->changes_roots |= roots;
        index->is_carried |= raises || roots;
    }
}

static void call_routines(struct slice_index *index, struct site site,
                          uint32_t temp)
{
    const struct pointer_set *set = index_places(index, site.part, temp);
    for (uint32_t i = 0; i < set->count; i++) {
        struct function *function =
            pointers_function(index->pointers, set->items[i]);
        if (function)
            add_caller(index, index_part(index, function), site);
    }
}

static void settle(struct slice_index *index, struct site site, uint32_t temp,
                   const struct through *through)
{
    struct through *own = through_of(site.part, temp);
    bool acts = through->writes || through->frees || through->keeps;
    if (own && acts)
        vec_push(index->arena, &own->sites, site);
    if (through->calls)
        call_routines(index, site, temp);
    if (own && !is_outside_caller(index, site.part))
        return;
    if (through->writes)
        note_write(index, site, temp, true);
    if (through->frees)
        note_end(index, site, temp);
    if (through->keeps)
        vec_push(index->arena, &index->keepers, site);
}

static void settle_site(struct slice_index *index, struct site site)
{
    each_through(index, site, settle);
}

static bool is_written(const struct slice_index *index,
                       const struct pointer_set *set)
{
    for (uint32_t i = 0; i < set->count; i++)
        if (set->items[i] >= pointers_count(index->pointers) ||
            index->writers[set->items[i]].count > 0)
            return true;
    return set->count == 0;
}

static void look_whether_plain(struct slice_index *index, struct site site)
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
                    !is_written(index, index_places(index, site.part,
                                                    at->operands[0])));
        break;
    default: break;
    }
    site.part->is_plain &= is_plain;
}

/* The routines that a call of a model hands over; else what it does itself is
 * all that is known. */
static void note_handed_over(struct slice_index *index, struct site site)
{
    const struct instruction *call = site_instruction(site);
    const struct part *model =
        call->op == OP_CALL ? index_part(index, call->function) : NULL;
    bool is_told = false;
    if (site.part->is_whole || !model || !model->changes_roots)
        return;
    for (uint32_t i = 0; i < call->operand_count; i++) {
        const struct pointer_set *set =
            index_places(index, site.part, call->operands[i]);
        for (uint32_t k = 0; k < set->count; k++) {
            const struct function *routine =
                pointers_function(index->pointers, set->items[k]);
            struct part *part = routine ? index_part(index, routine) : NULL;
            is_told |= part != NULL;
            if (part)
                vec_push(index->arena, &part->handed_over, site);
        }
    }
    if (!is_told)
        vec_push(index->arena, &index->rooting, site);
}

/* The functions from which the call of a protocol can be reached. */
static void note_core(struct slice_index *index, struct site site)
{
    struct vec_of(struct part *) queue = { NULL, 0, 0 };
    if (!index_protocol_call(index, site_instruction(site)))
        return;
    vec_push(index->arena, &index->protocols, site);
    site.part->is_near = true;
    if (site.part->is_core)
        return;
    site.part->is_core = true;
    vec_push(index->arena, &queue, site.part);
    while (queue.count > 0) {
        const struct part *part = vec_pop(&queue);
        for (size_t i = 0; i < part->callers.count; i++) {
            struct part *caller = part->callers.items[i].part;
            if (caller->is_core)
                continue;
            caller->is_core = true;
            vec_push(index->arena, &queue, caller);
        }
    }
}

static bool is_any_allocated(const struct slice_index *index,
                             const struct pointer_set *set)
{
    for (uint32_t i = 0; i < set->count; i++)
        if (pointers_is_allocated(index->pointers, set->items[i]))
            return true;
    return false;
}

static void find_handling(struct slice_index *index)
{
    for (uint32_t place = 0; place < pointers_count(index->pointers); place++) {
        const struct pointer_set *set = pointers_in(index->pointers, place);
        bool is_any = false;
        for (uint32_t i = 0; i < set->count && !is_any; i++)
            is_any = pointers_handle(index->pointers, set->items[i]) != NULL;
        if (is_any)
            vec_push(index->arena, &index->handling, place);
    }
}

/* What every slice looks at. */
static void note_watched(struct slice_index *index, struct site site)
{
    const struct instruction *at = site_instruction(site);
    if (at->op == OP_FIELD && at->record &&
        pointers_place_of_field(index->pointers, at->record, at->field) <
            pointers_count(index->pointers) &&
        is_any_allocated(index,
                         index_places(index, site.part, at->operands[0])))
        vec_push(index->arena, &index->fields, site);
    if (at->op == OP_STORE && !site.part->is_whole &&
        index_places(index, site.part, at->operands[0])->count == 0)
        vec_push(index->arena, &index->astray, site);
    note_handed_over(index, site);
    note_core(index, site);
}

struct slice_index *slice_index_make(struct arena *arena,
                                     const struct program *program,
                                     const struct rule_set *rules,
                                     const struct roots *roots)
{
    struct slice_index *index = arena_new(arena, struct slice_index);
    index->arena = arena;
    index->program = program;
    index->rules = rules;
    index->roots = roots;
    index->pointers = roots_pointers(roots);
    index->parts = arena_array(arena, struct part *, program->number_end);
    index->shapes = map_make(arena);
    index->targets = map_make(arena);
    index->parameters = map_make(arena);
    index->writers =
        arena_array(arena, struct sites, pointers_count(index->pointers));
    for (size_t i = 0; i < program->function_count; i++)
        make_part(index, program->functions[i]);
    each_site(index, note_made);
    each_site(index, note_targets);
    each_site(index, note_called);
    for (size_t i = 0; i < index->list.count; i++)
        find_parameters(index, index->list.items[i]);
    each_site(index, note_shape);
    each_site(index, note_in);
    do {
        index->is_carried = false;
        each_site(index, carry_site);
    } while (index->is_carried);
    each_site(index, settle_site);
    each_site(index, look_whether_plain);
    each_site(index, note_watched);
    find_handling(index);
    return index;
}
