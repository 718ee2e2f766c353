/* own.c - objects of the driver that the system gives back to it: a dispatch
 * routine gets one of the devices that the driver made.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine_priv.h"

/* Whether the system gives the routine, as that argument, an object that the
 * driver made. */
static bool gets_own(const struct engine *engine,
                     const struct function *routine, uint32_t argument)
{
    for (size_t i = 0; i < roots_count(engine->roots); i++) {
        struct handed_over item = roots_at(engine->roots, i);
        if (item.function == routine && item.root)
            return is_own_argument(engine->rules, item.root, argument);
    }
    return false;
}

/* One task per object that the driver made and that the argument can be. None
 * when there is no such object: then the argument is what it is. */
static bool choose_own(struct step *step, const struct function *routine,
                       uint32_t argument)
{
    struct world *world = step->access.world;
    const struct state *state = step->access.state;
    uint32_t temp = step->access.instruction->operands[argument];
    struct own_objects own =
        memory_own(&step->access, routine->variables[argument]->record);
    for (size_t i = 0; i < own.count; i++) {
        struct state *copy = state_copy(world->scratch, state);
        state_set_temp(world, copy, temp, own.items[i]);
        struct task task = { copy, step->access.pc, step->access.happenings };
        vec_push(world->scratch, step->access.tasks, task);
    }
    return own.count > 0;
}

/* One argument after the other: true if there is a task for each object that
 * the routine, called by the system, may be given. */
bool call_choose_own(struct step *step, const struct function *routine)
{
    if (step->node->context->function != step->engine->life->function)
        return false;
    for (uint32_t i = 0; i < routine->parameter_count; i++)
        if (step_operand(step, i)->kind == VALUE_SYMBOL &&
            gets_own(step->engine, routine, i) && choose_own(step, routine, i))
            return true;
    return false;
}
