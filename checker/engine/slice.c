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

/* Whether the slice is about what that call makes. */
static bool is_subject(const struct slice *slice,
                       const struct instruction *call)
{
    return !slice->subject || slice->subject == call;
}

static bool meet(const struct pointer_set *a, const struct pointer_set *b)
{
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t j = 0; j < b->count; j++)
            if (a->items[i] == b->items[j])
                return true;
    return a->count == 0 || b->count == 0;
}

/* Whether what a call is given is no handle, or one of another protocol: then
 * nothing comes after it, whatever the subject is. */
static bool is_wrong_handle(const struct slice *slice, uint32_t item,
                            const struct protocol_call *call)
{
    const struct instruction *made =
        pointers_handle(slice->index->pointers, item);
    const struct protocol_call *making =
        rules_call_at(slice->index->rules, made);
    return !call->creates && (!making || making->protocol != call->protocol);
}

/* Whether a call of a protocol may be about what the subject makes. */
bool slice_is_about(const struct slice *slice, struct site site,
                    const struct protocol_call *call)
{
    const struct instruction *at = site_instruction(site);
    if (call->argument >= at->operand_count || is_subject(slice, at))
        return true;
    const struct pointer_set *set =
        index_places(slice->index, site.part, at->operands[call->argument]);
    if (call->protocol->identity == IDENTITY_ADDRESS)
        return meet(set, slice->subject_places);
    for (uint32_t i = 0; i < set->count; i++)
        if (pointers_handle(slice->index->pointers, set->items[i]) ==
                slice->subject ||
            is_wrong_handle(slice, set->items[i], call))
            return true;
    return set->count == 0 && !call->creates;
}

bool slice_has_handle(const struct slice *slice, const struct pointer_set *set)
{
    for (uint32_t i = 0; i < set->count; i++) {
        const struct instruction *made =
            pointers_handle(slice->index->pointers, set->items[i]);
        if (made && is_subject(slice, made))
            return true;
    }
    return false;
}

bool slice_leads_to_handle(const struct slice *slice,
                           const struct pointer_set *set)
{
    if (slice_has_handle(slice, set))
        return true;
    for (uint32_t i = 0; i < set->count; i++) {
        uint32_t item = set->items[i];
        if (pointers_is_allocated(slice->index->pointers, item) &&
            slice->places[item])
            return true;
        if (map_has(slice->holders,
                    pointers_owner(slice->index->pointers, item)))
            return true;
    }
    return false;
}

/* An allocated object matters when a field of it, as some instruction sees
 * it, does; true if one does that did not. */
static bool find_holders(struct slice *slice)
{
    const struct slice_index *index = slice->index;
    bool grew = false;
    for (size_t i = 0; i < index->fields.count; i++) {
        struct site site = index->fields.items[i];
        const struct instruction *at = site_instruction(site);
        uint32_t field =
            pointers_place_of_field(index->pointers, at->record, at->field);
        if (!slice_leads_to_handle(slice, pointers_in(index->pointers, field)))
            continue;
        const struct pointer_set *base =
            index_places(index, site.part, at->operands[0]);
        for (uint32_t k = 0; k < base->count; k++) {
            uint32_t place = base->items[k];
            if (!pointers_is_allocated(index->pointers, place) ||
                slice->places[place])
                continue;
            slice_start_place(slice, place);
            grew = true;
        }
    }
    return grew;
}

/* A pointer to a record that lies in another leads to what that holds. */
static void add_holder(struct slice *slice, const struct record *record)
{
    record = record_linked(record);
    if (!record || map_has(slice->holders, record))
        return;
    map_put(slice->holders, record, slice);
    for (uint32_t i = 0; i < record->field_count; i++)
        if (record->fields[i].type.kind == TYPE_AGGREGATE)
            add_holder(slice, record->fields[i].record);
}

/* Marks the place, and the record it is a part of; whether that is new. */
static bool hold(struct slice *slice, uint32_t place)
{
    const struct record *owner = pointers_owner(slice->index->pointers, place);
    bool is_new = !slice->places[place];
    slice_start_place(slice, place);
    if (!owner || map_has(slice->holders, owner))
        return is_new;
    add_holder(slice, owner);
    return true;
}

/* Places that hold a handle. */
static void find_holding(struct slice *slice)
{
    vec_each (const uint32_t, place, &slice->index->handling)
        if (slice_has_handle(slice,
                             pointers_in(slice->index->pointers, *place)))
            (void)hold(slice, *place);
    (void)find_holders(slice);
}

/* Places that lead to one that holds a handle. */
static void find_leading(struct slice *slice)
{
    const struct pointers *pointers = slice->index->pointers;
    bool grew = true;
    while (grew) {
        grew = find_holders(slice);
        for (uint32_t place = 0; place < pointers_count(pointers); place++)
            if (slice_leads_to_handle(slice, pointers_in(pointers, place)))
                grew |= hold(slice, place);
    }
}

/* What is looked at when the driver's life is put together. */
static void find_roots(struct slice *slice)
{
    const struct pointers *pointers = slice->index->pointers;
    for (size_t i = 0; i < slice->index->rules->root_count; i++) {
        const struct root *root = &slice->index->rules->roots[i];
        if (root->global)
            slice_start_place(slice,
                              pointers_place_of_global(pointers, root->global));
        if (root->argument)
            slice_start_place(
                slice, pointers_place_of_global(pointers, root->argument));
        const struct record *record =
            root->record && is_singleton(slice->index->rules, root->record)
                ? program_record(slice->index->program, root->record)
                : NULL;
        const struct field *field =
            record ? record_field(record, root->field) : NULL;
        if (field && root->role == ROOT_UNLOAD)
            slice_start_place(slice, pointers_place_of_field(
                                         pointers, record,
                                         (uint32_t)(field - record->fields)));
    }
    for (size_t i = 0; i < roots_count(slice->index->roots); i++) {
        struct handed_over item = roots_at(slice->index->roots, i);
        struct part *part = index_part(slice->index, item.function);
        if (!part || item.role == ROOT_CALLBACK || item.role == ROOT_NOT_CALLED)
            continue;
        slice_keep(slice, part)->has_any = true;
        slice_need_result(slice, part);
        slice_call_function(slice, part);
    }
}

static bool has_object(const struct slice *slice, const struct pointer_set *set)
{
    for (uint32_t i = 0; i < set->count; i++)
        if (set->items[i] < pointers_count(slice->index->pointers) &&
            slice->is_object[set->items[i]])
            return true;
    return false;
}

static bool is_holder(const struct slice *slice, const struct part *part,
                      uint32_t temp)
{
    const struct pointer_set *set = index_places(slice->index, part, temp);
    const struct record *record = index_hint(slice->index, part, temp);
    if (set->count > 0)
        return slice_leads_to_handle(slice, set) || has_object(slice, set);
    record = record_linked(record);
    return record && (map_has(slice->holders, record) ||
                      map_has(slice->object_records, record));
}

static bool has_holder(const struct slice *slice, struct site site)
{
    const struct instruction *at = site_instruction(site);
    for (uint32_t i = 0; i < at->operand_count; i++)
        if (is_holder(slice, site.part, at->operands[i]))
            return true;
    return false;
}

static bool is_constant(const struct slice *slice,
                        const struct pointer_set *set)
{
    for (uint32_t i = 0; i < set->count; i++) {
        const struct global *global =
            pointers_global(slice->index->pointers, set->items[i]);
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
    const struct record *record =
        program_record(slice->index->program, run->record);
    const struct field *field =
        record ? record_field(record, run->field) : NULL;
    for (uint32_t i = 0; field && i < call->operand_count; i++)
        if (roots_takes_run(call, i, record) &&
            !is_constant(slice, index_places(slice->index, site.part,
                                             call->operands[i])))
            slice_start_far(slice, pointers_place_of_field(
                                       slice->index->pointers, record,
                                       (uint32_t)(field - record->fields)));
}

/* What is done to objects. */
static void find_calls(struct slice *slice)
{
    const struct sites *protocols = &slice->index->protocols;
    for (size_t i = 0; i < protocols->count; i++) {
        struct site site = protocols->items[i];
        const struct protocol_call *call =
            index_protocol_call(slice->index, site_instruction(site));
        if (site.part->is_whole)
            continue;
        for (size_t k = 0; k < call->run_count; k++)
            find_run(slice, site, &call->runs[k]);
        if (!slice_is_about(slice, site, call))
            continue;
        slice_keep(slice, site.part)->is_about = true;
        slice_effect(slice, site);
    }
}

/* What puts handles, or what holds them, nobody knows where, and what hands
 * over nobody knows which routine. */
static void find_deeds(struct slice *slice)
{
    const struct sites *astray = &slice->index->astray;
    const struct sites *rooting = &slice->index->rooting;
    for (size_t i = 0; i < astray->count; i++) {
        struct site site = astray->items[i];
        uint32_t value = site_instruction(site)->operands[1];
        if (slice_leads_to_handle(slice,
                                  index_places(slice->index, site.part, value)))
            slice_effect(slice, site);
    }
    for (size_t i = 0; i < rooting->count; i++)
        slice_effect(slice, rooting->items[i]);
}

static void find_leaving(struct slice *slice, const struct sites *sites)
{
    for (size_t i = 0; i < sites->count; i++)
        if (has_holder(slice, sites->items[i]))
            slice_change(slice, sites->items[i]);
}

/* Where a routine that ends a binding matters, so does whether there is one. */
static void find_bindings(struct slice *slice)
{
    const struct bindings *bindings = roots_bindings(slice->index->roots);
    for (size_t i = 0; i < bindings_count(bindings); i++) {
        const struct binding *binding = bindings_at(bindings, i);
        struct part *begins = index_part(slice->index, binding->begins);
        if (binding->is_ambiguous || !begins ||
            !slice_acts(slice, binding->ends))
            continue;
        slice_keep(slice, begins)->has_any = true;
        slice_need_result(slice, begins);
    }
}

/* What happens to handles, and to what holds them, as far as it is known. */
static void find_all(struct slice *slice)
{
    find_calls(slice);
    find_deeds(slice);
    find_leaving(slice, &slice->index->keepers);
    find_leaving(slice, &slice->index->frees);
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

/* Where what the call makes is, if that is what it is told by. */
static void find_object(struct slice *slice, struct site site)
{
    const struct slice_index *index = slice->index;
    const struct instruction *at = site_instruction(site);
    const struct protocol_call *call = index_protocol_call(index, at);
    if (!is_subject(slice, at) || call->argument >= at->operand_count)
        return;
    const struct pointer_set *set =
        index_places(index, site.part, at->operands[call->argument]);
    if (slice->subject)
        slice->subject_places = set;
    if (!call->creates || call->protocol->identity != IDENTITY_ADDRESS)
        return;
    for (uint32_t i = 0; i < set->count; i++)
        if (set->items[i] < pointers_count(index->pointers)) {
            slice->is_object[set->items[i]] = true;
            slice_start_place(slice, set->items[i]);
        }
}

/* What the object that the field is of is a part of; true if that is new. */
static bool find_around(struct slice *slice, struct site site)
{
    const struct slice_index *index = slice->index;
    const struct instruction *at = site_instruction(site);
    uint32_t field =
        pointers_place_of_field(index->pointers, at->record, at->field);
    bool is_new = false;
    if (field >= pointers_count(index->pointers) || !slice->is_object[field])
        return false;
    map_put(slice->object_records, record_linked(at->record), slice);
    const struct pointer_set *base =
        index_places(index, site.part, at->operands[0]);
    for (uint32_t i = 0; i < base->count; i++) {
        if (base->items[i] >= pointers_count(index->pointers) ||
            slice->is_object[base->items[i]])
            continue;
        slice->is_object[base->items[i]] = true;
        is_new = true;
    }
    return is_new;
}

static void find_objects(struct slice *slice)
{
    const struct slice_index *index = slice->index;
    bool grew = true;
    for (size_t i = 0; i < index->protocols.count; i++)
        find_object(slice, index->protocols.items[i]);
    while (grew) {
        grew = false;
        for (size_t i = 0; i < index->fields.count; i++)
            grew |= find_around(slice, index->fields.items[i]);
    }
}

struct slice *slice_find(struct arena *arena, const struct slice_index *index,
                         const struct slice_subject *subject)
{
    static const struct pointer_set nothing = { NULL, 0, 0 };
    struct slice *slice = arena_new(arena, struct slice);
    uint32_t count = pointers_count(index->pointers);
    slice->arena = arena;
    slice->index = index;
    slice->kept = arena_array(arena, struct kept *, index->list.count);
    slice->subject = subject->only;
    slice->subject_places = &nothing;
    slice->holders = map_make(arena);
    slice->is_object = arena_array(arena, bool, count);
    slice->places = arena_array(arena, bool, count);
    slice->is_pointer = arena_array(arena, bool, count);
    slice->is_followed = arena_array(arena, bool, count);
    slice->asked_parts = arena_array(arena, enum how_much, index->list.count);
    slice->asked_places = arena_array(arena, bool, count);
    slice->object_records = map_make(arena);
    find_objects(slice);
    follow(slice, subject->reach);
    return slice;
}

/* What the slice has of a function. */
struct share {
    const struct part *part; /* NULL: it is not of the program */
    const struct kept *kept; /* NULL: nothing */
    bool is_cut;             /* it is of the program, and no model */
};

static struct share share_of(const struct slice *slice,
                             const struct function *function,
                             enum how_much asked)
{
    struct share share = { .part = index_part(slice->index, function) };
    if (!share.part)
        return share;
    if (slice->asked_parts[share.part->number] < asked)
        slice->asked_parts[share.part->number] = asked;
    share.kept = slice_kept(slice, share.part);
    share.is_cut = !share.part->is_whole;
    return share;
}

bool slice_is_of_program(const struct slice *slice,
                         const struct function *function)
{
    return index_part(slice->index, function) != NULL;
}

bool slice_has_function(const struct slice *slice,
                        const struct function *function)
{
    struct share share = share_of(slice, function, ASKED_OUTLINE);
    return share.part && (!share.is_cut || (share.kept && share.kept->has_any));
}

void slice_each_function(const struct slice *slice,
                         void (*deed)(void *data,
                                      const struct function *function),
                         void *data)
{
    for (size_t i = 0; i < slice->index->list.count; i++)
        if (slice->index->list.items[i]->is_whole || slice->kept[i])
            deed(data, slice->index->list.items[i]->function);
}

void slice_each_place(const struct slice *slice,
                      void (*deed)(void *data, uint32_t place), void *data)
{
    uint32_t count = pointers_count(slice->index->pointers);
    for (uint32_t p = 0; p < count; p++)
        if (slice->places[p] || slice->is_object[p])
            deed(data, p);
    vec_each (const struct order, order, &slice->next)
        if (order->kind == ORDER_PLACE)
            deed(data, order->place);
}

bool slice_acts(const struct slice *slice, const struct function *function)
{
    struct share share = share_of(slice, function, ASKED_OUTLINE);
    return share.part && (!share.is_cut || (share.kept && share.kept->is_done));
}

bool slice_has(const struct slice *slice, const struct function *function,
               uint32_t block, uint32_t pc)
{
    struct share share = share_of(slice, function, ASKED_ALL);
    return !share.is_cut || (share.kept && share.kept->has[block][pc]);
}

static bool has_place(const struct slice *slice, uint32_t place)
{
    slice->asked_places[place] = true;
    return slice->places[place];
}

static bool has_all_places(const struct slice *slice, const struct part *part,
                           uint32_t temp)
{
    const struct pointer_set *set = index_places(slice->index, part, temp);
    for (uint32_t i = 0; i < set->count; i++)
        if (set->items[i] < pointers_count(slice->index->pointers) &&
            !has_place(slice, set->items[i]))
            return false;
    return true;
}

bool slice_has_target(const struct slice *slice,
                      const struct function *function, uint32_t temp)
{
    struct share share = share_of(slice, function, ASKED_ALL);
    if (!share.is_cut)
        return true;
    const struct pointer_set *set =
        index_places(slice->index, share.part, temp);
    for (uint32_t i = 0; i < set->count; i++)
        if (set->items[i] >= pointers_count(slice->index->pointers) ||
            has_place(slice, set->items[i]))
            return true;
    return set->count == 0;
}

/* Whether a model reads what is not followed. */
static bool reads_beyond(const struct slice *slice, const struct part *part,
                         const struct instruction *call)
{
    const struct part *callee =
        call->op == OP_CALL ? index_part(slice->index, call->function) : NULL;
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
    struct share share = share_of(slice, function, ASKED_ALL);
    const struct instruction *at = &function->blocks[block].instructions[pc];
    if (!slice->is_cut || !share.is_cut)
        return false;
    if (at->op == OP_LOAD)
        return !has_all_places(slice, share.part, at->operands[0]);
    return !(share.kept && share.kept->acts[block][pc]) &&
           reads_beyond(slice, share.part, at);
}

bool slice_knows(const struct slice *slice, const struct record *record,
                 uint32_t field)
{
    uint32_t place =
        pointers_place_of_field(slice->index->pointers, record, field);
    return place < pointers_count(slice->index->pointers) &&
           has_place(slice, place);
}

bool slice_is_full(const struct slice *slice)
{
    return !slice->is_cut;
}

static bool are_flags_same(const bool *a, const bool *b, size_t count)
{
    return count == 0 || memcmp(a, b, count * sizeof(*a)) == 0;
}

static bool is_outline_same(const struct kept *a, const struct kept *b)
{
    return a && b ? a->has_any == b->has_any && a->is_done == b->is_done
                  : a == b;
}

static bool is_kept_same(const struct function *function, const struct kept *a,
                         const struct kept *b)
{
    for (size_t i = 0; a && b && i < function->block_count; i++) {
        size_t count = function->blocks[i].instruction_count;
        if (!are_flags_same(a->has[i], b->has[i], count) ||
            !are_flags_same(a->acts[i], b->acts[i], count))
            return false;
    }
    return !a || !b ||
           (are_flags_same(a->decides, b->decides, function->block_count) &&
            are_flags_same(a->needs, b->needs, function->temp_count));
}

void slice_note_from_here(const struct slice *slice)
{
    const struct slice_index *index = slice->index;
    for (size_t i = 0; i < index->list.count; i++)
        slice->asked_parts[i] = ASKED_NOTHING;
    for (uint32_t p = 0; p < pointers_count(index->pointers); p++)
        slice->asked_places[p] = false;
}

/* As far as it was asked for. */
static bool is_part_same(const struct slice *slice, const struct slice *other,
                         const struct part *part)
{
    enum how_much asked = other->asked_parts[part->number];
    const struct kept *kept = slice_kept(slice, part);
    return asked == ASKED_NOTHING ||
           (is_outline_same(kept, slice_kept(other, part)) &&
            (asked == ASKED_OUTLINE ||
             is_kept_same(part->function, kept, slice_kept(other, part))));
}

bool slice_answers_as(const struct slice *slice, const struct slice *other)
{
    const struct slice_index *index = slice->index;
    if (index != other->index || slice->is_cut != other->is_cut)
        return false;
    for (uint32_t p = 0; p < pointers_count(index->pointers); p++)
        if (other->asked_places[p] && slice->places[p] != other->places[p])
            return false;
    for (size_t i = 0; i < index->list.count; i++)
        if (!is_part_same(slice, other, index->list.items[i]))
            return false;
    return true;
}

bool slice_decides(const struct slice *slice, const struct function *function,
                   uint32_t block)
{
    struct share share = share_of(slice, function, ASKED_ALL);
    return !share.is_cut || (share.kept && share.kept->decides[block]);
}

bool slice_needs(const struct slice *slice, const struct function *function,
                 uint32_t temp)
{
    struct share share = share_of(slice, function, ASKED_ALL);
    return !share.is_cut || (share.kept && share.kept->needs[temp]);
}

uint32_t slice_join(const struct slice *slice, const struct function *function,
                    uint32_t block)
{
    const struct part *part = index_part(slice->index, function);
    return part ? part->dependence->join[block] : NO_BLOCK;
}

bool slice_calls_protocol(const struct slice *slice,
                          const struct function *function)
{
    const struct part *part = index_part(slice->index, function);
    const struct kept *kept = part ? slice_kept(slice, part) : NULL;
    return kept && kept->is_about;
}

bool slice_is_core(const struct slice *slice, const struct function *function)
{
    const struct part *part = index_part(slice->index, function);
    return part && part->is_core;
}

static void dump_block(const struct share *share, uint32_t number,
                       struct text *out)
{
    const struct block *block = &share->part->function->blocks[number];
    for (uint32_t i = 0; i < block->instruction_count; i++) {
        const struct instruction *at = &block->instructions[i];
        if (share->kept->has[number][i])
            text_addf(out, "  %u:%u %s%s\n", at->place.line, at->place.column,
                      op_text(at->op),
                      share->kept->acts[number][i] ? " acts" : "");
    }
    if (share->kept->decides[number])
        text_addf(out, "  %u:%u decides\n", block->end.place.line,
                  block->end.place.column);
}

void slice_dump(const struct slice *slice, const char *function,
                struct text *out)
{
    for (size_t p = 0; p < slice->index->list.count; p++) {
        const struct part *part = slice->index->list.items[p];
        struct share share = share_of(slice, part->function, ASKED_ALL);
        bool is_wanted =
            !function || strcmp(function, part->function->spelling) == 0;
        if (!is_wanted || !share.is_cut || !share.kept || !share.kept->has_any)
            continue;
        text_addf(out, "%s%s%s\n", part->function->spelling,
                  share.kept->is_done ? "" : ", for its result only",
                  part->is_core ? "" : ", off the protocols");
        for (uint32_t b = 0; b < part->function->block_count; b++)
            dump_block(&share, b, out);
    }
}
