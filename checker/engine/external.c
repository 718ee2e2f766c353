/* external.c - a call of a function whose body is nowhere.
 *
 * It may return anything of its type and write what its pointer arguments
 * reach. A function of the system (declared in a system header, and without a
 * model that says more) is known better: it writes through typed pointers into
 * memory of the driver's own, takes opaque pointers as they are, and leaves the
 * objects that the system made to itself.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine_priv.h"

#include <string.h>

static bool is_driver_memory(const struct state *state,
                             const struct value *value)
{
    if (value->kind != VALUE_ADDRESS)
        return false;
    const struct region *region = value->address.region;
    switch (region->kind) {
    case REGION_GLOBAL: return !region->global->is_constant;
    case REGION_LOCAL: return true;
    case REGION_OBJECT:
        return state->objects[region->object].site ||
               state->objects[region->object].variable;
    case REGION_SINGLETON:
    case REGION_LITERAL: break;
    }
    return false;
}

static void write_through(struct step *step, const struct variable *parameter,
                          const struct value *value)
{
    if (!is_driver_memory(step->access.state, value))
        return;
    if (parameter->is_void_pointer || parameter->is_const_pointer)
        return;
    if (parameter->type.kind != TYPE_POINTER)
        return;
    memory_havoc_part(&step->access, value,
                      parameter->record && parameter->record->size
                          ? parameter->record->size
                          : 64);
}

static void pass(struct step *step, const struct function *callee,
                 uint32_t index, const struct value *value)
{
    memory_publish(step->access.world, step->access.state, value);
    if (!callee || !callee->is_system) {
        memory_havoc(&step->access, value);
        return;
    }
    if (index < callee->parameter_count)
        write_through(step, callee->variables[index], value);
}

static const struct value *single_result(const struct step *step,
                                         const struct function *callee)
{
    const struct rule_set *rules = step->engine->rules;
    struct values *values = step->access.world->values;
    for (size_t i = 0; callee && callee->record && i < rules->singleton_count;
         i++)
        if (strcmp(rules->singletons[i], callee->record->name) == 0)
            return value_address(values,
                                 region_singleton(values, rules->singletons[i]),
                                 0, NULL, 0);
    return NULL;
}

bool execute_external(struct step *step, const struct function *callee,
                      uint32_t first)
{
    const struct instruction *at = step->access.instruction;
    bool was_escaped = step->access.state->is_escaped;
    for (uint32_t i = first; i < at->operand_count; i++)
        if (step_find_operand(step, i))
            pass(step, callee, i - first, step_operand(step, i));
    if (step->access.state->is_escaped && !was_escaped)
        step_note(step, SIGHTING_ESCAPED);
    else if (!callee || !callee->is_system)
        step_note(step, SIGHTING_EXTERNAL);
    if (callee && callee->is_noreturn)
        return false;
    const struct value *result = single_result(step, callee);
    if (!result && at->type.kind == TYPE_POINTER)
        result = state_fresh_foreign(step->access.world, step->access.state,
                                     at->type);
    step_result(step, result);
    return true;
}
