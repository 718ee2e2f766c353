/* pointers_ask.c - what the sets say, once all is found. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/pointers_priv.h"

bool pointers_find_handle(const struct pointers *pointers,
                          const struct instruction *call, uint32_t *item)
{
    bool has = map_has(pointers->handles, call);
    if (has)
        *item = UINT32_MAX - unboxed(map_get(pointers->handles, call));
    return has;
}

static const struct numbering *numbering_of(const struct pointers *pointers,
                                            const struct function *function)
{
    return pointers->functions[function->number];
}

const struct instruction *pointers_handle(const struct pointers *pointers,
                                          uint32_t item)
{
    uint32_t number = UINT32_MAX - item;
    return number < map_count(pointers->handles)
               ? map_at(pointers->handles, number).key
               : NULL;
}

static const struct pointer_set nothing = { NULL, 0, 0 };

const struct pointer_set *pointers_of_temp(const struct pointers *pointers,
                                           const struct function *function,
                                           uint32_t temp)
{
    const struct numbering *at = numbering_of(pointers, function);
    return at ? &pointers->sets.items[at->temps + temp] : &nothing;
}

const struct pointer_set *pointers_in_global(const struct pointers *pointers,
                                             const struct global *global)
{
    if (global->definition)
        global = global->definition;
    const void *box = map_get(pointers->globals, global);
    return box ? &pointers->sets.items[unboxed(box)] : &nothing;
}

const struct pointer_set *pointers_in_field(const struct pointers *pointers,
                                            const struct record *record,
                                            uint32_t field)
{
    const void *box = map_get(pointers->records, record_of(record));
    return box ? &pointers->sets.items[unboxed(box) + field] : &nothing;
}

const struct pointer_set *pointers_in(const struct pointers *pointers,
                                      uint32_t item)
{
    return is_place(item) ? &pointers->sets.items[item] : &nothing;
}

struct function *pointers_function(const struct pointers *pointers,
                                   uint32_t item)
{
    if (is_place(item) || pointers_handle(pointers, item))
        return NULL;
    return (struct function *)(uintptr_t)map_at(pointers->numbers,
                                                item & ~FUNCTION_BIT)
        .key;
}

const struct record *pointers_record(const struct pointers *pointers,
                                     uint32_t item)
{
    return is_place(item) ? pointers->set_records.items[item] : NULL;
}

bool pointers_is_taken(const struct pointers *pointers,
                       const struct function *function)
{
    return map_has(pointers->taken, function);
}

bool pointers_gives_nothing(const struct pointers *pointers,
                            const struct function *function)
{
    const struct numbering *at = numbering_of(pointers, function);
    return at && !map_has(pointers->wrappers, function) &&
           pointers->sets.items[at->result].count == 0;
}

const struct instruction *const *
pointers_makers(const struct pointers *pointers,
                const struct function *function)
{
    return numbering_of(pointers, function)->made;
}

bool pointers_is_virtual(const struct pointers *pointers,
                         const struct function *function)
{
    return map_has(pointers->used, function);
}

uint32_t pointers_place_of_variable(const struct pointers *pointers,
                                    const struct function *function,
                                    const struct variable *variable)
{
    const struct numbering *at = numbering_of(pointers, function);
    return at ? at->variables + variable->number : UINT32_MAX;
}

uint32_t pointers_place_of_field(const struct pointers *pointers,
                                 const struct record *record, uint32_t field)
{
    const void *box = map_get(pointers->records, record_of(record));
    return box ? unboxed(box) + field : UINT32_MAX;
}

uint32_t pointers_count(const struct pointers *pointers)
{
    return (uint32_t)pointers->sets.count;
}

bool pointers_is_allocated(const struct pointers *pointers, uint32_t item)
{
    return is_place(item) && map_has(pointers->allocated_sets, boxed(item));
}

uint32_t pointers_place_of_global(const struct pointers *pointers,
                                  const struct global *global)
{
    if (global->definition)
        global = global->definition;
    const void *box = map_get(pointers->globals, global);
    return box ? unboxed(box) : UINT32_MAX;
}

const struct global *pointers_global(const struct pointers *pointers,
                                     uint32_t item)
{
    return is_place(item) ? map_get(pointers->global_sets, boxed(item)) : NULL;
}

bool pointers_is_variable(const struct pointers *pointers, uint32_t item)
{
    return is_place(item) && pointers->is_variable.items[item];
}

bool pointers_is_local(const struct pointers *pointers,
                       const struct function *function, uint32_t item)
{
    const struct numbering *at = numbering_of(pointers, function);
    return at && item >= at->variables && item < at->result;
}

const struct record *pointers_owner(const struct pointers *pointers,
                                    uint32_t item)
{
    return is_place(item) ? pointers->owners.items[item] : NULL;
}
