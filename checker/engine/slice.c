/* slice.c - what the rules ask for, and the answers.
 *
 * Needs:  the index (engine/slice_index.c).
 * Gives:  the answers of engine/slice.h.
 * Method: calls of protocols, whatever changes who holds a handle, and the
 *         routines that make up the driver's life are what the slice starts
 *         from; engine/slice_follow.c finds all that they stand on, step by
 *         step as far as the reach goes.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/bindings.h"
#include "engine/slice_priv.h"
#include "support/map.h"
#include "support/text.h"

#include <string.h>

/* An allocated object matters when a field of it, as some instruction sees
 * it, does. */
static void find_holder(struct slice *slice, struct site site)
{
    const struct instruction *at = site_instruction(site);
    if (at->op != OP_FIELD || !at->record)
        return;
    uint32_t field =
        pointers_place_of_field(slice->pointers, at->record, at->field);
    if (field >= pointers_count(slice->pointers) ||
        !slice_leads_to_handle(slice, pointers_in(slice->pointers, field)))
        return;
    const struct pointer_set *base =
        slice_places(slice, site.part, at->operands[0]);
    for (uint32_t i = 0; i < base->count; i++)
        if (pointers_is_allocated(slice->pointers, base->items[i]) &&
            !slice->places[base->items[i]]) {
            slice_start_place(slice, base->items[i]);
            slice->is_carried = true;
        }
}

static void each_of_all(struct slice *slice,
                        void (*deed)(struct slice *slice, struct site site))
{
    for (size_t i = 0; i < slice->list.count; i++)
        slice_each_in(slice, slice->list.items[i], deed);
}

typedef bool set_question(const struct slice *slice,
                          const struct pointer_set *set);

/* Marks the places whose contents are so; the records they are parts of. */
static bool hold(struct slice *slice, set_question *is_so)
{
    bool grew = false;
    for (uint32_t i = 0; i < pointers_count(slice->pointers); i++) {
        const struct record *owner = pointers_owner(slice->pointers, i);
        if (!is_so(slice, pointers_in(slice->pointers, i)))
            continue;
        grew |= !slice->places[i];
        slice_start_place(slice, i);
        if (owner && !map_has(slice->holders, owner)) {
            map_put(slice->holders, owner, slice);
            grew = true;
        }
    }
    return grew;
}

/* Places that hold a handle. */
static void find_holding(struct slice *slice)
{
    (void)hold(slice, slice_has_handle);
    each_of_all(slice, find_holder);
}

/* Places that lead to one that holds a handle. */
static void find_leading(struct slice *slice)
{
    bool grew = true;
    while (grew) {
        slice->is_carried = false;
        each_of_all(slice, find_holder);
        grew = slice->is_carried;
        grew |= hold(slice, slice_leads_to_handle);
    }
}

/* What is looked at when the driver's life is put together. */
static void find_roots(struct slice *slice)
{
    const struct pointers *pointers = slice->pointers;
    for (size_t i = 0; i < slice->rules->root_count; i++) {
        const struct root *root = &slice->rules->roots[i];
        if (root->global)
            slice_start_place(slice,
                              pointers_place_of_global(pointers, root->global));
        if (root->argument)
            slice_start_place(
                slice, pointers_place_of_global(pointers, root->argument));
        const struct record *record =
            root->record && is_singleton(slice->rules, root->record)
                ? program_record(slice->program, root->record)
                : NULL;
        const struct field *field =
            record ? record_field(record, root->field) : NULL;
        if (field && root->role == ROOT_UNLOAD)
            slice_start_place(slice, pointers_place_of_field(
                                         pointers, record,
                                         (uint32_t)(field - record->fields)));
    }
    for (size_t i = 0; i < roots_count(slice->roots); i++) {
        struct handed_over item = roots_at(slice->roots, i);
        struct part *part = slice_part(slice, item.function);
        if (!part || item.role == ROOT_CALLBACK || item.role == ROOT_NOT_CALLED)
            continue;
        part->has_any = true;
        slice_need_result(slice, part);
        slice_call_function(slice, part);
    }
}

static bool has_holder(const struct slice *slice, struct site site)
{
    const struct instruction *at = site_instruction(site);
    for (uint32_t i = 0; i < at->operand_count; i++)
        if (slice_leads_to_handle(
                slice, slice_places(slice, site.part, at->operands[i])))
            return true;
    return false;
}

/* A routine that is handed over matters when what it does does. */
static void hand_over(struct slice *slice, struct site site)
{
    const struct instruction *call = site_instruction(site);
    bool is_told = false;
    for (uint32_t i = 0; i < call->operand_count; i++) {
        const struct pointer_set *set =
            slice_places(slice, site.part, call->operands[i]);
        for (uint32_t k = 0; k < set->count; k++) {
            const struct function *routine =
                pointers_function(slice->pointers, set->items[k]);
            struct part *part = routine ? slice_part(slice, routine) : NULL;
            if (!part)
                continue;
            is_told = true;
            vec_push(slice->arena, &part->handed_over, site);
        }
    }
    if (!is_told)
        slice_effect(slice, site);
}

static bool is_constant(const struct slice *slice,
                        const struct pointer_set *set)
{
    for (uint32_t i = 0; i < set->count; i++) {
        const struct global *global =
            pointers_global(slice->pointers, set->items[i]);
        if (!global || !global->is_constant)
            return false;
    }
    return set->count > 0;
}

/* Which routine runs inside a call of a protocol is read where it stands. */
static void find_run(struct slice *slice, struct site site,
                     const struct routine_field *run)
{
    const struct instruction *call = site_instruction(site);
    const struct record *record = program_record(slice->program, run->record);
    const struct field *field =
        record ? record_field(record, run->field) : NULL;
    for (uint32_t i = 0; field && i < call->operand_count; i++)
        if (roots_takes_run(call, i, record) &&
            !is_constant(slice,
                         slice_places(slice, site.part, call->operands[i])))
            slice_start_far(slice, pointers_place_of_field(
                                       slice->pointers, record,
                                       (uint32_t)(field - record->fields)));
}

/* What is done to objects, to their handles, and to what holds them. */
static void find_deeds(struct slice *slice, struct site site)
{
    const struct instruction *at = site_instruction(site);
    if (site.part->is_whole)
        return;
    const struct protocol_call *call = slice_protocol_call(slice, at);
    for (size_t i = 0; call && i < call->run_count; i++)
        find_run(slice, site, &call->runs[i]);
    if (call && slice_is_about(slice, site, call)) {
        site.part->is_about = true;
        slice_effect(slice, site);
    }
    if (at->op == OP_STORE &&
        slice_places(slice, site.part, at->operands[0])->count == 0 &&
        slice_leads_to_handle(slice,
                              slice_places(slice, site.part, at->operands[1])))
        slice_effect(slice, site);
    if (at->op == OP_CALL && slice_part(slice, at->function) &&
        slice_part(slice, at->function)->changes_roots)
        hand_over(slice, site);
}

static void find_leaving(struct slice *slice, const struct sites *sites)
{
    for (size_t i = 0; i < sites->count; i++)
        if (has_holder(slice, sites->items[i]))
            slice_change(slice, sites->items[i]);
}

/* The functions from which a call of a protocol can be reached. */
static void find_core(struct slice *slice, struct site site)
{
    struct vec_of(struct part *) queue = { NULL, 0, 0 };
    if (!slice_protocol_call(slice, site_instruction(site)))
        return;
    site.part->is_near = true;
    const struct protocol_call *call =
        slice_protocol_call(slice, site_instruction(site));
    if (site_instruction(site) == slice->subject &&
        call->argument < slice->subject->operand_count)
        slice->subject_places = slice_places(
            slice, site.part, slice->subject->operands[call->argument]);
    if (site.part->is_core)
        return;
    site.part->is_core = true;
    vec_push(slice->arena, &queue, site.part);
    while (queue.count > 0) {
        const struct part *part = vec_pop(&queue);
        for (size_t i = 0; i < part->callers.count; i++) {
            struct part *caller = part->callers.items[i].part;
            if (caller->is_core)
                continue;
            caller->is_core = true;
            vec_push(slice->arena, &queue, caller);
        }
    }
}

/* Where a routine that ends a binding matters, so does whether there is one. */
static void find_bindings(struct slice *slice)
{
    const struct bindings *bindings = roots_bindings(slice->roots);
    for (size_t i = 0; i < bindings_count(bindings); i++) {
        const struct binding *binding = bindings_at(bindings, i);
        struct part *begins = slice_part(slice, binding->begins);
        if (binding->is_ambiguous || !begins ||
            !slice_acts(slice, binding->ends))
            continue;
        begins->has_any = true;
        slice_need_result(slice, begins);
    }
}

/* What happens to handles, and to what holds them, as far as it is known. */
static void find_all(struct slice *slice)
{
    each_of_all(slice, find_deeds);
    find_leaving(slice, &slice->keepers);
    find_leaving(slice, &slice->frees);
    slice_follow(slice);
    find_bindings(slice);
    slice_follow(slice);
}

static void follow(struct slice *slice, unsigned reach)
{
    find_holding(slice);
    find_roots(slice);
    find_all(slice);
    for (unsigned step = 0; step < reach; step++) {
        if (step == 1)
            find_leading(slice);
        else if (step > 1 && slice->next.count == 0)
            break;
        for (size_t i = 0; i < slice->next.count; i++)
            vec_push(slice->arena, &slice->queue, slice->next.items[i]);
        slice->next.count = 0;
        find_all(slice);
    }
    slice->is_cut = reach < 2 || slice->next.count > 0;
}

struct slice *slice_find(struct arena *arena, const struct program *program,
                         const struct rule_set *rules,
                         const struct roots *roots,
                         const struct slice_subject *subject)
{
    static const struct pointer_set nothing = { NULL, 0, 0 };
    struct slice *slice = arena_new(arena, struct slice);
    slice->arena = arena;
    slice->program = program;
    slice->rules = rules;
    slice->roots = roots;
    slice->pointers = roots_pointers(roots);
    slice->subject = subject->only;
    slice->subject_places = &nothing;
    slice->holders = map_make(arena);
    slice->places = arena_array(arena, bool, pointers_count(slice->pointers));
    slice->is_pointer =
        arena_array(arena, bool, pointers_count(slice->pointers));
    slice->is_followed =
        arena_array(arena, bool, pointers_count(slice->pointers));
    slice_index(slice);
    each_of_all(slice, find_core);
    follow(slice, subject->reach);
    return slice;
}

static bool is_cut(const struct part *part)
{
    return part && !part->is_whole;
}

bool slice_is_of_program(const struct slice *slice,
                         const struct function *function)
{
    return slice_part(slice, function) != NULL;
}

bool slice_has_function(const struct slice *slice,
                        const struct function *function)
{
    const struct part *part = slice_part(slice, function);
    return part && (part->is_whole || part->has_any);
}

bool slice_acts(const struct slice *slice, const struct function *function)
{
    const struct part *part = slice_part(slice, function);
    return part && (part->is_whole || part->is_done);
}

bool slice_has(const struct slice *slice, const struct function *function,
               uint32_t block, uint32_t pc)
{
    const struct part *part = slice_part(slice, function);
    return !is_cut(part) || part->has[block][pc];
}

static bool has_all_places(const struct slice *slice, const struct part *part,
                           uint32_t temp)
{
    const struct pointer_set *set = slice_places(slice, part, temp);
    for (uint32_t i = 0; i < set->count; i++)
        if (set->items[i] < pointers_count(slice->pointers) &&
            !slice->places[set->items[i]])
            return false;
    return true;
}

/* Whether a model reads what is not followed. */
static bool reads_beyond(const struct slice *slice, const struct part *part,
                         const struct instruction *call)
{
    const struct part *callee =
        call->op == OP_CALL ? slice_part(slice, call->function) : NULL;
    if (!callee || !callee->is_whole)
        return false;
    for (uint32_t i = 0; i < call->operand_count; i++)
        if (i < callee->function->parameter_count && callee->through[i].reads &&
            !has_all_places(slice, part, call->operands[i]))
            return true;
    return false;
}

bool slice_is_beyond(const struct slice *slice, const struct function *function,
                     uint32_t block, uint32_t pc)
{
    const struct part *part = slice_part(slice, function);
    const struct instruction *at = &function->blocks[block].instructions[pc];
    if (!slice->is_cut || !is_cut(part))
        return false;
    if (at->op == OP_LOAD)
        return !has_all_places(slice, part, at->operands[0]);
    return !part->acts[block][pc] && reads_beyond(slice, part, at);
}

bool slice_knows(const struct slice *slice, const struct record *record,
                 uint32_t field)
{
    uint32_t place = pointers_place_of_field(slice->pointers, record, field);
    return place < pointers_count(slice->pointers) && slice->places[place];
}

bool slice_is_full(const struct slice *slice)
{
    return !slice->is_cut;
}

bool slice_decides(const struct slice *slice, const struct function *function,
                   uint32_t block)
{
    const struct part *part = slice_part(slice, function);
    return !is_cut(part) || part->decides[block];
}

bool slice_needs(const struct slice *slice, const struct function *function,
                 uint32_t temp)
{
    const struct part *part = slice_part(slice, function);
    return !is_cut(part) || part->needs[temp];
}

uint32_t slice_join(const struct slice *slice, const struct function *function,
                    uint32_t block)
{
    const struct part *part = slice_part(slice, function);
    return part ? part->dependence->join[block] : NO_BLOCK;
}

bool slice_calls_protocol(const struct slice *slice,
                          const struct function *function)
{
    const struct part *part = slice_part(slice, function);
    return part && part->is_about;
}

bool slice_is_core(const struct slice *slice, const struct function *function)
{
    const struct part *part = slice_part(slice, function);
    return part && part->is_core;
}

static void dump_block(const struct part *part, uint32_t number,
                       struct text *out)
{
    const struct block *block = &part->function->blocks[number];
    for (uint32_t i = 0; i < block->instruction_count; i++) {
        const struct instruction *at = &block->instructions[i];
        if (part->has[number][i])
            text_addf(out, "  %u:%u %s%s\n", at->place.line, at->place.column,
                      op_text(at->op), part->acts[number][i] ? " acts" : "");
    }
    if (part->decides[number])
        text_addf(out, "  %u:%u decides\n", block->end.place.line,
                  block->end.place.column);
}

void slice_dump(const struct slice *slice, const char *function,
                struct text *out)
{
    for (size_t p = 0; p < slice->list.count; p++) {
        const struct part *part = slice->list.items[p];
        bool is_wanted =
            !function || strcmp(function, part->function->spelling) == 0;
        if (!is_wanted || !part->has_any || part->is_whole)
            continue;
        text_addf(out, "%s%s%s\n", part->function->spelling,
                  part->is_done ? "" : ", for its result only",
                  part->is_core ? "" : ", off the protocols");
        for (uint32_t b = 0; b < part->function->block_count; b++)
            dump_block(part, b, out);
    }
}
