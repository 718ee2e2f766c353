/* pointer.c - what a pointer of unknown value points to.
 *
 * A pointer that came from outside the driver (an argument of a callback, the
 * result of a function that is not there) points to one of the objects that
 * the outside knows, if their record fits, or to one not seen before. Objects
 * that lead to the handle always count, others while they are few. The
 * state is split accordingly, and the symbol replaced by the answer.
 *
 * Reference for the second half: S. Khurshid, C. Pasareanu, W. Visser,
 * "Generalized symbolic execution for model checking and testing" (TACAS
 * 2003), lazy initialization.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/facts.h"
#include "engine/memory.h"

#include <string.h>

/* How many elements an index may have to be looked at one by one. */
#define SPLIT_MAX 64

/* How many objects of its own that do not lead to the handle a driver may have
 * of one record, for a pointer from outside to be taken for each of them. */
#define OWN_MAX 2

static const char *singleton_name(const struct rule_set *rules,
                                  const struct record *record)
{
    for (size_t i = 0; record && i < rules->singleton_count; i++)
        if (strcmp(rules->singletons[i], record->name) == 0)
            return rules->singletons[i];
    return NULL;
}

static bool fits(const struct object *object, const struct record *record)
{
    return object->is_published && !object->is_freed &&
           (!object->record || object->record == record);
}

/* Replaces the symbol in a copy of the state, and lets that go on. */
static void assume_target(struct access *access, const struct state *from,
                          const struct value *symbol,
                          const struct region *region, int64_t offset)
{
    struct world *world = access->world;
    struct state *state = state_copy(world->scratch, from);
    const struct value *address =
        value_address(world->values, region, offset, NULL, 0);
    if (state_substitute(world, state, symbol, address))
        memory_again(access, state);
}

static void assume_new(struct access *access, const struct value *symbol,
                       const struct record *record, int64_t offset)
{
    struct state *state = access->state;
    struct object object = { .record = record_linked(record),
                             .contents = CONTENTS_UNKNOWN,
                             .is_published = true };
    const struct region *region =
        state_new_object(access->world, state, object);
    assume_target(access, state, symbol, region, offset);
}

/* How many objects that the driver allocated it could be. */
static uint32_t count_own(const struct state *state,
                          const struct record *record)
{
    uint32_t count = 0;
    for (uint32_t i = 0; record && i < state->object_count; i++)
        count += state->objects[i].site && fits(&state->objects[i], record);
    return count;
}

static bool leads_on(const struct access *access, uint32_t object)
{
    struct values *values = access->world->values;
    return memory_reaches_handle(
        access->state,
        value_address(values, region_object(values, object), 0, NULL, 0));
}

struct own_objects memory_own(struct access *access,
                              const struct record *record)
{
    struct values *values = access->world->values;
    const struct state *state = access->state;
    struct own_objects own = { NULL, 0, 0 };
    record = record_linked(record);
    uint32_t others = 0;
    for (uint32_t i = 0; record && i < state->object_count; i++) {
        const struct object *object = &state->objects[i];
        if (!object->site || object->is_freed || object->record != record)
            continue;
        if (leads_on(access, i) || others++ < OWN_MAX)
            vec_push(
                access->world->scratch, &own,
                value_address(values, region_object(values, i), 0, NULL, 0));
    }
    return own;
}

/* `symbol` + `constant` bytes is used as a pointer to `record`. */
static void find_target(struct access *access, const struct value *symbol,
                        int64_t constant, const struct record *record)
{
    struct world *world = access->world;
    struct state *state = access->state;
    const char *single = singleton_name(access->rules, record);
    int64_t offset = -constant * 8;
    struct range not_null = range_of(1, INT64_MAX);
    if (!facts_limit(world, state, symbol, &not_null))
        return;
    if (single) {
        assume_target(access, state, symbol,
                      region_singleton(world->values, single), offset);
        return;
    }
    record = record_linked(record);
    bool few = count_own(state, record) <= OWN_MAX;
    for (uint32_t i = 0; record && i < state->object_count; i++)
        if (fits(&state->objects[i], record) &&
            ((few && state->objects[i].site && state->objects[i].record) ||
             leads_on(access, i)))
            assume_target(access, state, symbol,
                          region_object(world->values, i), offset);
    assume_new(access, symbol, record, offset);
}

static const struct value *base_of(const struct value *value, int64_t *constant)
{
    *constant = 0;
    if (value->kind == VALUE_EXPRESSION && value->expression.op == OP_ADD &&
        value->expression.right->kind == VALUE_INT) {
        *constant = value->expression.right->integer;
        value = value->expression.left;
    }
    return value;
}

static bool resolve_symbol(struct access *access, const struct value *value,
                           const struct record *record,
                           const struct value **address)
{
    int64_t constant = 0;
    const struct value *base = base_of(value, &constant);
    if (base->kind == VALUE_SYMBOL && !base->symbol.protocol) {
        find_target(access, base, constant, record);
        return false;
    }
    *address = NULL;
    return true;
}

/* Splits on each of the few values that an index can have. The temporaries
 * that hold the address are rewritten, so that the parts know the answer. */
static bool split_index(struct access *access, const struct value *value)
{
    struct world *world = access->world;
    struct range range =
        facts_range(world, access->state, value->address.index);
    if (range_size(&range) > SPLIT_MAX)
        return false;
    for (uint32_t i = 0; i < range.count; i++)
        for (int64_t k = range.intervals[i].low; k <= range.intervals[i].high;
             k++) {
            struct state *state = state_copy(world->scratch, access->state);
            struct range one = range_of(k, k);
            const struct value *element = value_address(
                world->values, value->address.region,
                value->address.offset + k * value->address.stride, NULL, 0);
            for (uint32_t t = 0; t < state->temp_count; t++)
                if (state->temps[t].value == value)
                    state->temps[t].value = element;
            if (facts_limit(world, state, value->address.index, &one))
                memory_again(access, state);
        }
    return true;
}

bool memory_resolve(struct access *access, const struct value *value,
                    const struct record *record, const struct value **address)
{
    switch (value->kind) {
    case VALUE_ADDRESS:
        if (value->address.index && split_index(access, value))
            return false;
        *address = value;
        return true;
    case VALUE_INT:
        if (value->integer >= 0 && value->integer < 0x10000)
            return false; /* null: a bug check, nothing comes after it */
        break;
    case VALUE_SYMBOL:
    case VALUE_EXPRESSION:
        return resolve_symbol(access, value, record, address);
    case VALUE_HANDLE:
    case VALUE_UNDEFINED:
    case VALUE_FUNCTION: break;
    }
    *address = NULL;
    return true;
}
