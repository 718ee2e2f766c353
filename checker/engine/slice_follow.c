/* slice_follow.c - from what matters to all that it stands on.
 *
 * Needs:  the index (engine/slice_index.c), and orders to start from.
 * Gives:  what each part has in the slice.
 * Method: a queue of orders. What makes a value, where it is asked for, needs
 *         what it is made of; a place that matters needs whoever changes it; a
 *         change needs the branches that decide whether it happens, and the
 *         calls of the function it happens in. What is a step further waits in
 *         a queue of its own.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/slice_priv.h"
#include "support/map.h"

#define FEW_WRITERS 8

/* `far`: one step further from what the rules ask for. */
static void give_order(struct slice *slice, struct order order, bool far)
{
    vec_push(slice->arena, far ? &slice->next : &slice->queue, order);
}

static void give(struct slice *slice, enum order_kind kind, struct site site)
{
    struct order order = { .kind = kind, .site = site };
    give_order(slice, order, false);
}

static struct site site_of(struct part *part)
{
    return (struct site){ part, 0, 0 };
}

static bool **marks_of(struct arena *arena, const struct function *function)
{
    bool **marks = arena_array(arena, bool *, function->block_count);
    for (size_t b = 0; b < function->block_count; b++)
        marks[b] =
            arena_array(arena, bool, function->blocks[b].instruction_count);
    return marks;
}

struct kept *slice_keep(struct slice *slice, const struct part *part)
{
    const struct function *function = part->function;
    struct arena *arena = slice->arena;
    struct kept *kept = slice->kept[part->number];
    if (kept)
        return kept;
    kept = arena_new(arena, struct kept);
    kept->has = marks_of(arena, function);
    kept->acts = marks_of(arena, function);
    kept->decides = arena_array(arena, bool, function->block_count);
    kept->asked = arena_array(arena, bool, function->block_count);
    kept->needs = arena_array(arena, bool, function->temp_count);
    kept->is_address = arena_array(arena, bool, function->temp_count);
    kept->is_active = arena_array(arena, bool, function->parameter_count);
    slice->kept[part->number] = kept;
    return kept;
}

static void need(struct slice *slice, struct part *part, uint32_t temp)
{
    struct kept *kept = slice_keep(slice, part);
    struct site site = part->made[temp];
    kept->has_any = true;
    if (kept->needs[temp] || !site.part)
        return;
    kept->needs[temp] = true;
    kept->has[site.block][site.pc] = true;
    give(slice, ORDER_VALUE, site);
}

/* A store through a pointer that may be anything would not be told from one
 * that is elsewhere, so what makes an address is never left beyond. */
static void need_address(struct slice *slice, struct part *part, uint32_t temp)
{
    struct kept *kept = slice_keep(slice, part);
    need(slice, part, temp);
    if (kept->is_address[temp] || !part->made[temp].part)
        return;
    kept->is_address[temp] = true;
    give(slice, ORDER_ADDRESS, part->made[temp]);
}

static void need_addresses(struct slice *slice, struct site site)
{
    const struct instruction *at = site_instruction(site);
    for (uint32_t i = 0; i < at->operand_count; i++)
        need_address(slice, site.part, at->operands[i]);
}

static void need_operands(struct slice *slice, struct site site)
{
    const struct instruction *at = site_instruction(site);
    for (uint32_t i = 0; i < at->operand_count; i++)
        need(slice, site.part, at->operands[i]);
}

static void decide(struct slice *slice, struct part *part, uint32_t block)
{
    struct kept *kept = slice_keep(slice, part);
    struct site site = { part, block, 0 };
    if (kept->decides[block])
        return;
    kept->decides[block] = true;
    give(slice, ORDER_BRANCH, site);
}

/* Whether the block runs matters. */
static void ask(struct slice *slice, struct part *part, uint32_t block)
{
    const struct cfg_list *branches = &part->dependence->branches[block];
    struct kept *kept = slice_keep(slice, part);
    kept->has_any = true;
    if (kept->asked[block])
        return;
    kept->asked[block] = true;
    for (uint32_t i = 0; i < branches->count; i++)
        decide(slice, part, branches->items[i]);
}

/* The site is executed for what it does, when its function is. */
static void act(struct slice *slice, struct site site)
{
    struct kept *kept = slice_keep(slice, site.part);
    if (kept->acts[site.block][site.pc])
        return;
    kept->acts[site.block][site.pc] = true;
    kept->has[site.block][site.pc] = true;
    ask(slice, site.part, site.block);
    give(slice, ORDER_ACT, site);
}

void slice_call_function(struct slice *slice, struct part *part)
{
    struct kept *kept = part->is_whole ? NULL : slice_keep(slice, part);
    if (!kept || kept->is_done)
        return;
    kept->is_done = true;
    kept->has_any = true;
    give(slice, ORDER_FUNCTION, site_of(part));
}

/* The site is executed wherever the program comes to it. */
void slice_effect(struct slice *slice, struct site site)
{
    act(slice, site);
    slice_call_function(slice, site.part);
}

/* What stands in a variable, what nobody changes, what is read beside the calls
 * of a protocol, and what is read on the way to them of globals that few places
 * change, as they do flags, is near. */
static bool is_near(const struct slice *slice, const struct part *reader,
                    uint32_t place)
{
    return reader->is_near ||
           pointers_is_variable(slice->index->pointers, place) ||
           slice->index->writers[place].count == 0 ||
           (reader->is_core && pointers_global(slice->index->pointers, place) &&
            slice->index->writers[place].count <= FEW_WRITERS);
}

static void mark_place(struct slice *slice, const struct part *reader,
                       uint32_t place)
{
    struct order order = { .kind = ORDER_PLACE, .place = place };
    if (place < pointers_count(slice->index->pointers) && !slice->places[place])
        give_order(slice, order, !is_near(slice, reader, place));
}

/* What the rules ask for themselves. */
void slice_start_place(struct slice *slice, uint32_t place)
{
    struct order order = { .kind = ORDER_PLACE, .place = place };
    if (place >= pointers_count(slice->index->pointers) ||
        slice->is_followed[place])
        return;
    slice->places[place] = true;
    give_order(slice, order, false);
}

void slice_start_far(struct slice *slice, uint32_t place)
{
    struct order order = { .kind = ORDER_PLACE, .place = place };
    if (place < pointers_count(slice->index->pointers) &&
        !slice->is_followed[place])
        give_order(slice, order, true);
}

static void mark_places(struct slice *slice, struct part *part, uint32_t temp)
{
    const struct pointer_set *set = index_places(slice->index, part, temp);
    for (uint32_t i = 0; i < set->count; i++)
        mark_place(slice, part, set->items[i]);
}

/* The place holds what is used as an address: see need_address. */
static void mark_pointer(struct slice *slice, uint32_t place)
{
    struct order order = { .kind = ORDER_POINTER, .place = place };
    if (place >= pointers_count(slice->index->pointers) ||
        slice->is_pointer[place])
        return;
    slice->is_pointer[place] = true;
    slice_start_place(slice, place);
    give_order(slice, order, false);
}

static void mark_pointers(struct slice *slice, struct part *part, uint32_t temp)
{
    const struct pointer_set *set = index_places(slice->index, part, temp);
    for (uint32_t i = 0; i < set->count; i++)
        mark_pointer(slice, set->items[i]);
}

static bool is_call(const struct instruction *at)
{
    return at->op == OP_CALL || at->op == OP_CALL_INDIRECT;
}

static uint32_t first_argument(const struct instruction *call)
{
    return call->op == OP_CALL ? 0 : 1;
}

/* What a called function asks of its arguments. */
static void need_arguments(struct slice *slice, struct site site,
                           const struct part *callee)
{
    const struct instruction *call = site_instruction(site);
    uint32_t first = first_argument(call);
    for (uint32_t i = first; i < call->operand_count; i++) {
        uint32_t number = i - first;
        if (number >= callee->function->parameter_count)
            continue;
        const struct variable *parameter = callee->function->variables[number];
        uint32_t place = pointers_place_of_variable(
            slice->index->pointers, callee->function, parameter);
        if (slice->is_pointer[place] || parameter->type.kind == TYPE_AGGREGATE)
            need_address(slice, site.part, call->operands[i]);
        else if (slice->places[place])
            need(slice, site.part, call->operands[i]);
    }
}

/* The fields that a model reads, whatever object it is given. */
static void need_fields(struct slice *slice, struct part *model)
{
    struct kept *kept = slice_keep(slice, model);
    struct site site = { model, 0, 0 };
    if (kept->has_fields)
        return;
    kept->has_fields = true;
    for (; site.block < model->function->block_count; site.block++) {
        const struct block *block = &model->function->blocks[site.block];
        for (site.pc = 0; site.pc < block->instruction_count; site.pc++) {
            const struct instruction *at = &block->instructions[site.pc];
            const struct pointer_set *set =
                at->op == OP_LOAD
                    ? index_places(slice->index, model, at->operands[0])
                    : NULL;
            for (uint32_t i = 0; set && i < set->count; i++)
                if (pointers_owner(slice->index->pointers, set->items[i]))
                    slice_start_place(slice, set->items[i]);
            struct part *callee = at->op == OP_CALL
                                      ? index_part(slice->index, at->function)
                                      : NULL;
            if (callee && callee->is_whole)
                need_fields(slice, callee);
        }
    }
}

static bool names_record(const struct function *model,
                         const struct record *record)
{
    for (size_t b = 0; b < model->block_count; b++)
        for (size_t i = 0; i < model->blocks[b].instruction_count; i++) {
            const struct instruction *at = &model->blocks[b].instructions[i];
            if (at->op == OP_FIELD && at->record &&
                (at->record == record || at->record->definition == record))
                return true;
        }
    return false;
}

static void start_part(void *data, uint32_t place, struct site site)
{
    (void)site;
    slice_start_place(data, place);
}

/* What a model reads as one record may be another, with its fields at the same
 * places. */
static void need_other_records(struct slice *slice, struct site site,
                               const struct part *model, uint32_t temp)
{
    const struct pointer_set *set = index_places(slice->index, site.part, temp);
    for (uint32_t i = 0; i < set->count; i++) {
        const struct record *record =
            pointers_record(slice->index->pointers, set->items[i]);
        if (record && !names_record(model->function, record))
            index_each_place(slice->index, set->items[i], site, start_part,
                             slice);
    }
}

/* A model is executed as it stands. */
static void need_model(struct slice *slice, struct site site,
                       struct part *callee)
{
    const struct instruction *call = site_instruction(site);
    uint32_t first = first_argument(call);
    need_addresses(slice, site);
    need_fields(slice, callee);
    for (uint32_t i = first; i < call->operand_count; i++)
        if (i - first < callee->function->parameter_count &&
            callee->through[i - first].reads) {
            mark_places(slice, site.part, call->operands[i]);
            need_other_records(slice, site, callee, call->operands[i]);
        }
}

static void execute_callees(struct slice *slice, struct site site,
                            bool has_result)
{
    const struct instruction *call = site_instruction(site);
    struct function_list targets = index_targets(slice->index, call);
    if (call->op == OP_CALL_INDIRECT)
        need_address(slice, site.part, call->operands[0]);
    for (size_t i = 0; i < targets.count; i++) {
        struct part *callee = index_part(slice->index, targets.items[i]);
        if (callee->is_whole) {
            need_model(slice, site, callee);
            continue;
        }
        need_arguments(slice, site, callee);
        struct order order = { .kind = ORDER_RESULT, .site.part = callee };
        const struct kept *kept = slice_kept(slice, callee);
        if (has_result && !(kept && kept->has_result))
            give_order(slice, order, !callee->is_core && !callee->is_plain);
    }
}

static void ask_for_raises(struct slice *slice, struct part *part)
{
    struct kept *kept = part->is_whole ? NULL : slice_keep(slice, part);
    if (!kept || kept->has_raises)
        return;
    kept->has_raises = true;
    give(slice, ORDER_RAISES, site_of(part));
}

/* Whether the call before was left by an exception. */
static void value_of_raised(struct slice *slice, struct site site)
{
    if (site.pc == 0)
        return;
    site.pc--;
    if (!is_call(site_instruction(site)))
        return;
    act(slice, site);
    struct function_list targets =
        index_targets(slice->index, site_instruction(site));
    for (size_t i = 0; i < targets.count; i++)
        ask_for_raises(slice, index_part(slice->index, targets.items[i]));
}

static void order_value(struct slice *slice, struct site site)
{
    const struct instruction *at = site_instruction(site);
    switch ((int)at->op) {
    case OP_LOAD:
        need(slice, site.part, at->operands[0]);
        mark_places(slice, site.part, at->operands[0]);
        return;
    case OP_CALL:
    case OP_CALL_INDIRECT:
        if (index_protocol_call(slice->index, at))
            slice_effect(slice, site);
        execute_callees(slice, site, true);
        return;
    case OP_RAISED: value_of_raised(slice, site); return;
    case OP_OPAQUE: return;
    default: need_operands(slice, site); return;
    }
}

static void order_address(struct slice *slice, struct site site)
{
    const struct instruction *at = site_instruction(site);
    switch ((int)at->op) {
    case OP_LOAD:
        need_address(slice, site.part, at->operands[0]);
        mark_pointers(slice, site.part, at->operands[0]);
        return;
    case OP_CALL:
    case OP_CALL_INDIRECT: break;
    default: need_addresses(slice, site); return;
    }
    struct function_list targets = index_targets(slice->index, at);
    for (size_t i = 0; i < targets.count; i++) {
        struct part *callee = index_part(slice->index, targets.items[i]);
        if (callee->is_whole) {
            for (uint32_t k = first_argument(at); k < at->operand_count; k++)
                mark_pointers(slice, site.part, at->operands[k]);
            continue;
        }
        struct kept *kept = slice_keep(slice, callee);
        if (kept->has_address)
            continue;
        kept->has_address = true;
        give(slice, ORDER_RESULT, site_of(callee));
        give(slice, ORDER_RETURN, site_of(callee));
    }
}

static bool holds_pointer(const struct slice *slice, struct site site)
{
    const struct pointer_set *set = index_places(
        slice->index, site.part, site_instruction(site)->operands[0]);
    for (uint32_t i = 0; i < set->count; i++)
        if (set->items[i] < pointers_count(slice->index->pointers) &&
            slice->is_pointer[set->items[i]])
            return true;
    return false;
}

static void order_act(struct slice *slice, struct site site)
{
    const struct instruction *at = site_instruction(site);
    if (is_call(at)) {
        if (index_protocol_call(slice->index, at) ||
            index_targets(slice->index, at).count == 0)
            need_addresses(slice, site);
        execute_callees(slice, site, false);
        return;
    }
    need_operands(slice, site);
    need_address(slice, site.part, at->operands[0]);
    if (at->op == OP_STORE && holds_pointer(slice, site))
        need_address(slice, site.part, at->operands[1]);
    if (at->op != OP_COPY)
        return;
    need_address(slice, site.part, at->operands[1]);
    if (holds_pointer(slice, site))
        mark_pointers(slice, site.part, at->operands[1]);
    else
        mark_places(slice, site.part, at->operands[1]);
}

/* Whether all that the function does through a parameter is in the slice. */
static bool is_active(const struct slice *slice, const struct part *part,
                      uint32_t parameter)
{
    const struct kept *kept = slice_kept(slice, part);
    return part->through[parameter].sites.count == 0 ||
           (kept && kept->is_active[parameter]);
}

/* What the function does through a parameter happens. */
static void activate(struct slice *slice, const struct part *part,
                     uint32_t parameter)
{
    const struct sites *sites = &part->through[parameter].sites;
    if (is_active(slice, part, parameter))
        return;
    slice_keep(slice, part)->is_active[parameter] = true;
    for (size_t i = 0; i < sites->count; i++) {
        struct site site = sites->items[i];
        const struct instruction *at = site_instruction(site);
        act(slice, site);
        if (!is_call(at))
            continue;
        struct function_list targets = index_targets(slice->index, at);
        for (size_t t = 0; t < targets.count; t++) {
            const struct part *callee =
                index_part(slice->index, targets.items[t]);
            uint32_t first = first_argument(at);
            for (uint32_t j = first; j < at->operand_count; j++)
                if (site.part->parameter_of[at->operands[j]] != NO_TEMP &&
                    j - first < callee->function->parameter_count)
                    activate(slice, callee, j - first);
        }
    }
}

/* Whether one of several places matters. */
struct look {
    const struct slice *slice;
    bool is_found;
};

static void look_at(void *data, uint32_t place, struct site site)
{
    struct look *look = data;
    (void)site;
    look->is_found |= look->slice->places[place];
}

/* Whether what the operand points to matters. */
static bool matters(const struct slice *slice, struct site site, uint32_t temp)
{
    const struct pointer_set *set = index_places(slice->index, site.part, temp);
    if (set->count == 0 || slice_leads_to_handle(slice, set))
        return true;
    struct look look = { slice, false };
    for (uint32_t i = 0; i < set->count && !look.is_found; i++)
        index_each_place(slice->index, set->items[i], site, look_at, &look);
    return look.is_found;
}

static void activate_call(struct slice *slice, struct site site)
{
    const struct instruction *call = site_instruction(site);
    if (!is_call(call))
        return;
    uint32_t first = first_argument(call);
    struct function_list targets = index_targets(slice->index, call);
    for (size_t t = 0; t < targets.count; t++) {
        struct part *callee = index_part(slice->index, targets.items[t]);
        for (uint32_t i = first; i < call->operand_count; i++)
            if (i - first < callee->function->parameter_count &&
                !is_active(slice, callee, i - first) &&
                matters(slice, site, call->operands[i]))
                activate(slice, callee, i - first);
    }
}

void slice_change(struct slice *slice, struct site site)
{
    slice_effect(slice, site);
    activate_call(slice, site);
}

static bool calls(const struct slice *slice, struct site site,
                  const struct part *callee)
{
    struct function_list targets =
        index_targets(slice->index, site_instruction(site));
    for (size_t i = 0; i < targets.count; i++)
        if (targets.items[i] == callee->function)
            return true;
    return false;
}

static bool has(const struct slice *slice, struct site site)
{
    const struct kept *kept = slice_kept(slice, site.part);
    return kept && kept->has[site.block][site.pc];
}

/* What calls in the slice give for a parameter. */
static void need_parameter(struct slice *slice,
                           const struct parameter *parameter)
{
    const struct part *part = parameter->part;
    for (size_t i = 0; i < part->callers.count; i++) {
        struct site site = part->callers.items[i];
        const struct instruction *call = site_instruction(site);
        uint32_t operand = parameter->number + first_argument(call);
        if (!has(slice, site))
            continue;
        if (!calls(slice, site, part))
            need_addresses(slice, site); /* a model calls it */
        else if (operand < call->operand_count)
            need(slice, site.part, call->operands[operand]);
    }
}

static void order_place(struct slice *slice, uint32_t place)
{
    const struct sites *writers = &slice->index->writers[place];
    if (slice->is_followed[place])
        return;
    slice->is_followed[place] = true;
    slice->places[place] = true;
    for (size_t i = 0; i < writers->count; i++)
        slice_change(slice, writers->items[i]);
    const struct parameter *parameter = index_parameter(slice->index, place);
    if (parameter)
        need_parameter(slice, parameter);
}

/* What those who change the place put there are addresses. */
static void order_pointer(struct slice *slice, uint32_t place)
{
    const struct sites *writers = &slice->index->writers[place];
    const struct parameter *parameter = index_parameter(slice->index, place);
    for (size_t i = 0; i < writers->count; i++) {
        struct site site = writers->items[i];
        const struct instruction *at = site_instruction(site);
        if (at->op == OP_STORE)
            need_address(slice, site.part, at->operands[1]);
        else if (at->op == OP_COPY)
            mark_pointers(slice, site.part, at->operands[1]);
    }
    for (size_t i = 0; parameter && i < parameter->part->callers.count; i++) {
        struct site site = parameter->part->callers.items[i];
        if (has(slice, site))
            need_arguments(slice, site, parameter->part);
    }
}

static void order_return(struct slice *slice, struct part *part)
{
    for (uint32_t o = 0; o < part->cfg->order_count; o++) {
        const struct terminator *end =
            &part->function->blocks[part->cfg->order[o]].end;
        if (end->kind == END_RETURN && end->temp != NO_TEMP)
            need_address(slice, part, end->temp);
    }
}

static void order_result(struct slice *slice, struct part *part)
{
    struct kept *kept = slice_keep(slice, part);
    if (kept->has_result)
        return;
    kept->has_result = true;
    for (uint32_t o = 0; o < part->cfg->order_count; o++) {
        uint32_t block = part->cfg->order[o];
        const struct terminator *end = &part->function->blocks[block].end;
        if (end->kind != END_RETURN || end->temp == NO_TEMP)
            continue;
        need(slice, part, end->temp);
        ask(slice, part, block);
    }
}

static void ask_for_ends(struct slice *slice, struct part *part,
                         enum terminator_kind kind)
{
    for (uint32_t o = 0; o < part->cfg->order_count; o++) {
        uint32_t block = part->cfg->order[o];
        if (part->function->blocks[block].end.kind == kind)
            ask(slice, part, block);
    }
}

/* Whether the part comes back matters. */
static void ask_for_stops(struct slice *slice, struct part *part)
{
    struct kept *kept =
        part->stops && !part->is_whole ? slice_keep(slice, part) : NULL;
    if (!kept || kept->has_stops)
        return;
    kept->has_stops = true;
    kept->has_any = true;
    give(slice, ORDER_STOPS, site_of(part));
}

/* A call that may not come back. */
static void end_at(struct slice *slice, struct site site)
{
    const struct instruction *at = site_instruction(site);
    if (!is_call(at))
        return;
    if (at->op == OP_CALL && at->function->is_noreturn)
        act(slice, site);
    struct function_list targets = index_targets(slice->index, at);
    for (size_t i = 0; i < targets.count; i++) {
        struct part *callee = index_part(slice->index, targets.items[i]);
        if (!callee->stops)
            continue;
        act(slice, site);
        ask_for_stops(slice, callee);
    }
}

static void each_in(struct slice *slice, struct part *part,
                    void (*deed)(struct slice *slice, struct site site))
{
    struct site site = { part, 0, 0 };
    for (uint32_t o = 0; o < part->cfg->order_count; o++) {
        site.block = part->cfg->order[o];
        size_t count = part->function->blocks[site.block].instruction_count;
        for (site.pc = 0; site.pc < count; site.pc++)
            deed(slice, site);
    }
}

static void order_function(struct slice *slice, struct part *part)
{
    for (size_t i = 0; i < part->handed_over.count; i++)
        slice_effect(slice, part->handed_over.items[i]);
    for (size_t i = 0; i < part->callers.count; i++)
        slice_effect(slice, part->callers.items[i]);
    for (size_t i = 0; i < part->loose.count; i++)
        act(slice, part->loose.items[i]);
    each_in(slice, part, end_at);
    ask_for_stops(slice, part);
}

/* A call through which the function is left by the exception of a callee. */
static void raise_at(struct slice *slice, struct site site)
{
    const struct instruction *at = site_instruction(site);
    const struct block *block = &site.part->function->blocks[site.block];
    bool is_handled = site.pc + 1 < block->instruction_count &&
                      block->instructions[site.pc + 1].op == OP_RAISED;
    if (!is_call(at) || is_handled)
        return;
    struct function_list targets = index_targets(slice->index, at);
    for (size_t i = 0; i < targets.count; i++) {
        struct part *callee = index_part(slice->index, targets.items[i]);
        if (!callee->raises)
            continue;
        act(slice, site);
        ask_for_raises(slice, callee);
    }
}

static void order_raises(struct slice *slice, struct part *part)
{
    ask_for_ends(slice, part, END_RAISE);
    each_in(slice, part, raise_at);
}

static void order_branch(struct slice *slice, struct site site)
{
    const struct terminator *end = &site.part->function->blocks[site.block].end;
    if (end->temp != NO_TEMP)
        need(slice, site.part, end->temp);
    ask(slice, site.part, site.block);
}

void slice_follow(struct slice *slice)
{
    while (slice->queue.count > 0) {
        struct order order = vec_pop(&slice->queue);
        struct part *part = order.site.part;
        switch (order.kind) {
        case ORDER_VALUE: order_value(slice, order.site); break;
        case ORDER_ADDRESS: order_address(slice, order.site); break;
        case ORDER_ACT: order_act(slice, order.site); break;
        case ORDER_BRANCH: order_branch(slice, order.site); break;
        case ORDER_PLACE: order_place(slice, order.place); break;
        case ORDER_POINTER: order_pointer(slice, order.place); break;
        case ORDER_RESULT: order_result(slice, part); break;
        case ORDER_RETURN: order_return(slice, part); break;
        case ORDER_FUNCTION: order_function(slice, part); break;
        case ORDER_STOPS: ask_for_ends(slice, part, END_UNREACHABLE); break;
        case ORDER_RAISES: order_raises(slice, part); break;
        }
    }
}

void slice_need_result(struct slice *slice, struct part *part)
{
    give(slice, ORDER_RESULT, site_of(part));
}
