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

static void need(struct slice *slice, struct part *part, uint32_t temp)
{
    struct site site = part->made[temp];
    part->has_any = true;
    if (part->needs[temp] || !site.part)
        return;
    part->needs[temp] = true;
    part->has[site.block][site.pc] = true;
    give(slice, ORDER_VALUE, site);
}

/* A store through a pointer that may be anything would not be told from one
 * that is elsewhere, so what makes an address is never left beyond. */
static void need_address(struct slice *slice, struct part *part, uint32_t temp)
{
    need(slice, part, temp);
    if (part->is_address[temp] || !part->made[temp].part)
        return;
    part->is_address[temp] = true;
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
    struct site site = { part, block, 0 };
    if (part->decides[block])
        return;
    part->decides[block] = true;
    give(slice, ORDER_BRANCH, site);
}

/* Whether the block runs matters. */
static void ask(struct slice *slice, struct part *part, uint32_t block)
{
    const struct cfg_list *branches = &part->dependence->branches[block];
    part->has_any = true;
    if (part->asked[block])
        return;
    part->asked[block] = true;
    for (uint32_t i = 0; i < branches->count; i++)
        decide(slice, part, branches->items[i]);
}

/* The site is executed for what it does, when its function is. */
static void act(struct slice *slice, struct site site)
{
    struct part *part = site.part;
    if (part->acts[site.block][site.pc])
        return;
    part->acts[site.block][site.pc] = true;
    part->has[site.block][site.pc] = true;
    ask(slice, part, site.block);
    give(slice, ORDER_ACT, site);
}

void slice_call_function(struct slice *slice, struct part *part)
{
    if (part->is_done || part->is_whole)
        return;
    part->is_done = true;
    part->has_any = true;
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
    return reader->is_near || pointers_is_variable(slice->pointers, place) ||
           slice->writers[place].count == 0 ||
           (reader->is_core && pointers_global(slice->pointers, place) &&
            slice->writers[place].count <= FEW_WRITERS);
}

static void mark_place(struct slice *slice, const struct part *reader,
                       uint32_t place)
{
    struct order order = { .kind = ORDER_PLACE, .place = place };
    if (place < pointers_count(slice->pointers) && !slice->places[place])
        give_order(slice, order, !is_near(slice, reader, place));
}

/* What the rules ask for themselves. */
void slice_start_place(struct slice *slice, uint32_t place)
{
    struct order order = { .kind = ORDER_PLACE, .place = place };
    if (place >= pointers_count(slice->pointers) || slice->is_followed[place])
        return;
    slice->places[place] = true;
    give_order(slice, order, false);
}

void slice_start_far(struct slice *slice, uint32_t place)
{
    struct order order = { .kind = ORDER_PLACE, .place = place };
    if (place < pointers_count(slice->pointers) && !slice->is_followed[place])
        give_order(slice, order, true);
}

static void mark_places(struct slice *slice, struct part *part, uint32_t temp)
{
    const struct pointer_set *set = slice_places(slice, part, temp);
    for (uint32_t i = 0; i < set->count; i++)
        mark_place(slice, part, set->items[i]);
}

/* The place holds what is used as an address: see need_address. */
static void mark_pointer(struct slice *slice, uint32_t place)
{
    struct order order = { .kind = ORDER_POINTER, .place = place };
    if (place >= pointers_count(slice->pointers) || slice->is_pointer[place])
        return;
    slice->is_pointer[place] = true;
    slice_start_place(slice, place);
    give_order(slice, order, false);
}

static void mark_pointers(struct slice *slice, struct part *part, uint32_t temp)
{
    const struct pointer_set *set = slice_places(slice, part, temp);
    for (uint32_t i = 0; i < set->count; i++)
        mark_pointer(slice, set->items[i]);
}

const struct protocol_call *slice_protocol_call(const struct slice *slice,
                                                const struct instruction *at)
{
    if (at->op != OP_CALL)
        return NULL;
    const struct part *callee = slice_part(slice, at->function);
    return !callee || callee->is_whole
               ? rules_call(slice->rules, at->function->name)
               : NULL;
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
            slice->pointers, callee->function, parameter);
        if (slice->is_pointer[place] || parameter->type.kind == TYPE_AGGREGATE)
            need_address(slice, site.part, call->operands[i]);
        else if (slice->places[place])
            need(slice, site.part, call->operands[i]);
    }
}

/* The fields that a model reads, whatever object it is given. */
static void need_fields(struct slice *slice, struct part *model)
{
    struct site site = { model, 0, 0 };
    if (model->has_fields)
        return;
    model->has_fields = true;
    for (; site.block < model->function->block_count; site.block++) {
        const struct block *block = &model->function->blocks[site.block];
        for (site.pc = 0; site.pc < block->instruction_count; site.pc++) {
            const struct instruction *at = &block->instructions[site.pc];
            const struct pointer_set *set =
                at->op == OP_LOAD ? slice_places(slice, model, at->operands[0])
                                  : NULL;
            for (uint32_t i = 0; set && i < set->count; i++)
                if (pointers_owner(slice->pointers, set->items[i]))
                    slice_start_place(slice, set->items[i]);
            struct part *callee =
                at->op == OP_CALL ? slice_part(slice, at->function) : NULL;
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

static void start_part(struct slice *slice, uint32_t place, struct site site)
{
    (void)site;
    slice_start_place(slice, place);
}

/* What a model reads as one record may be another, with its fields at the same
 * places. */
static void need_other_records(struct slice *slice, struct site site,
                               const struct part *model, uint32_t temp)
{
    const struct pointer_set *set = slice_places(slice, site.part, temp);
    for (uint32_t i = 0; i < set->count; i++) {
        const struct record *record =
            pointers_record(slice->pointers, set->items[i]);
        if (record && !names_record(model->function, record))
            slice_each_place(slice, set->items[i], site, start_part);
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
    struct function_list targets = slice_targets(slice, site.part, call);
    if (call->op == OP_CALL_INDIRECT)
        need_address(slice, site.part, call->operands[0]);
    for (size_t i = 0; i < targets.count; i++) {
        struct part *callee = slice_part(slice, targets.items[i]);
        if (callee->is_whole) {
            need_model(slice, site, callee);
            continue;
        }
        need_arguments(slice, site, callee);
        struct order order = { .kind = ORDER_RESULT, .site.part = callee };
        if (has_result && !callee->has_result)
            give_order(slice, order, !callee->is_core && !callee->is_plain);
    }
}

static void ask_for_raises(struct slice *slice, struct part *part)
{
    if (part->has_raises || part->is_whole)
        return;
    part->has_raises = true;
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
        slice_targets(slice, site.part, site_instruction(site));
    for (size_t i = 0; i < targets.count; i++)
        ask_for_raises(slice, slice_part(slice, targets.items[i]));
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
        if (slice_protocol_call(slice, at))
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
    struct function_list targets = slice_targets(slice, site.part, at);
    for (size_t i = 0; i < targets.count; i++) {
        struct part *callee = slice_part(slice, targets.items[i]);
        if (callee->is_whole) {
            for (uint32_t k = first_argument(at); k < at->operand_count; k++)
                mark_pointers(slice, site.part, at->operands[k]);
            continue;
        }
        if (callee->has_address)
            continue;
        callee->has_address = true;
        give(slice, ORDER_RESULT, site_of(callee));
        give(slice, ORDER_RETURN, site_of(callee));
    }
}

static bool holds_pointer(const struct slice *slice, struct site site)
{
    const struct pointer_set *set =
        slice_places(slice, site.part, site_instruction(site)->operands[0]);
    for (uint32_t i = 0; i < set->count; i++)
        if (set->items[i] < pointers_count(slice->pointers) &&
            slice->is_pointer[set->items[i]])
            return true;
    return false;
}

static void order_act(struct slice *slice, struct site site)
{
    const struct instruction *at = site_instruction(site);
    if (is_call(at)) {
        if (slice_protocol_call(slice, at) ||
            slice_targets(slice, site.part, at).count == 0)
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

/* What the function does through a parameter happens. */
static void activate(struct slice *slice, struct through *through)
{
    if (through->is_active)
        return;
    through->is_active = true;
    for (size_t i = 0; i < through->sites.count; i++) {
        struct site site = through->sites.items[i];
        const struct instruction *at = site_instruction(site);
        act(slice, site);
        if (!is_call(at))
            continue;
        struct function_list targets = slice_targets(slice, site.part, at);
        for (size_t t = 0; t < targets.count; t++) {
            const struct part *callee = slice_part(slice, targets.items[t]);
            uint32_t first = first_argument(at);
            for (uint32_t j = first; j < at->operand_count; j++)
                if (site.part->parameter_of[at->operands[j]] != NO_TEMP &&
                    j - first < callee->function->parameter_count)
                    activate(slice, &callee->through[j - first]);
        }
    }
}

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
    const struct instruction *made = pointers_handle(slice->pointers, item);
    const struct protocol_call *making = rules_call_at(slice->rules, made);
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
        slice_places(slice, site.part, at->operands[call->argument]);
    if (call->protocol->identity == IDENTITY_ADDRESS)
        return meet(set, slice->subject_places);
    for (uint32_t i = 0; i < set->count; i++)
        if (pointers_handle(slice->pointers, set->items[i]) == slice->subject ||
            is_wrong_handle(slice, set->items[i], call))
            return true;
    return set->count == 0 && !call->creates;
}

bool slice_has_handle(const struct slice *slice, const struct pointer_set *set)
{
    for (uint32_t i = 0; i < set->count; i++) {
        const struct instruction *made =
            pointers_handle(slice->pointers, set->items[i]);
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
        if (pointers_is_allocated(slice->pointers, item) && slice->places[item])
            return true;
        if (map_has(slice->holders, pointers_owner(slice->pointers, item)))
            return true;
    }
    return false;
}

static void look(struct slice *slice, uint32_t place, struct site site)
{
    (void)site;
    slice->is_carried |= slice->places[place];
}

/* Whether what the operand points to matters. */
static bool matters(struct slice *slice, struct site site, uint32_t temp)
{
    const struct pointer_set *set = slice_places(slice, site.part, temp);
    if (set->count == 0 || slice_leads_to_handle(slice, set))
        return true;
    slice->is_carried = false;
    for (uint32_t i = 0; i < set->count && !slice->is_carried; i++)
        slice_each_place(slice, set->items[i], site, look);
    return slice->is_carried;
}

static void activate_call(struct slice *slice, struct site site)
{
    const struct instruction *call = site_instruction(site);
    if (!is_call(call))
        return;
    uint32_t first = first_argument(call);
    struct function_list targets = slice_targets(slice, site.part, call);
    for (size_t t = 0; t < targets.count; t++) {
        struct part *callee = slice_part(slice, targets.items[t]);
        for (uint32_t i = first; i < call->operand_count; i++)
            if (i - first < callee->function->parameter_count &&
                !callee->through[i - first].is_active &&
                matters(slice, site, call->operands[i]))
                activate(slice, &callee->through[i - first]);
    }
}

void slice_change(struct slice *slice, struct site site)
{
    slice_effect(slice, site);
    activate_call(slice, site);
}

static bool calls(struct slice *slice, struct site site,
                  const struct part *callee)
{
    struct function_list targets =
        slice_targets(slice, site.part, site_instruction(site));
    for (size_t i = 0; i < targets.count; i++)
        if (targets.items[i] == callee->function)
            return true;
    return false;
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
        if (!site.part->has[site.block][site.pc])
            continue;
        if (!calls(slice, site, part))
            need_addresses(slice, site); /* a model calls it */
        else if (operand < call->operand_count)
            need(slice, site.part, call->operands[operand]);
    }
}

static void order_place(struct slice *slice, uint32_t place)
{
    const struct sites *writers = &slice->writers[place];
    if (slice->is_followed[place])
        return;
    slice->is_followed[place] = true;
    slice->places[place] = true;
    for (size_t i = 0; i < writers->count; i++)
        slice_change(slice, writers->items[i]);
    const struct parameter *parameter = slice_parameter(slice, place);
    if (parameter)
        need_parameter(slice, parameter);
}

/* What those who change the place put there are addresses. */
static void order_pointer(struct slice *slice, uint32_t place)
{
    const struct sites *writers = &slice->writers[place];
    const struct parameter *parameter = slice_parameter(slice, place);
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
        if (site.part->has[site.block][site.pc])
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
    if (part->has_result)
        return;
    part->has_result = true;
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
    if (!part->stops || part->has_stops || part->is_whole)
        return;
    part->has_stops = true;
    part->has_any = true;
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
    struct function_list targets = slice_targets(slice, site.part, at);
    for (size_t i = 0; i < targets.count; i++) {
        struct part *callee = slice_part(slice, targets.items[i]);
        if (!callee->stops)
            continue;
        act(slice, site);
        ask_for_stops(slice, callee);
    }
}

void slice_each_in(struct slice *slice, struct part *part,
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
    slice_each_in(slice, part, end_at);
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
    struct function_list targets = slice_targets(slice, site.part, at);
    for (size_t i = 0; i < targets.count; i++) {
        struct part *callee = slice_part(slice, targets.items[i]);
        if (!callee->raises)
            continue;
        act(slice, site);
        ask_for_raises(slice, callee);
    }
}

static void order_raises(struct slice *slice, struct part *part)
{
    ask_for_ends(slice, part, END_RAISE);
    slice_each_in(slice, part, raise_at);
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
