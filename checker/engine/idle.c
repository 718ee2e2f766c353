/* idle.c - what more of the same would not change.
 *
 * Needs:  the sets, the index and the slices of all passes.
 * Method: sets, and what a function does through its parameters, are least
 *         solutions. One more call of a function from which nothing comes to
 *         its callers adds nothing to them, and one fewer takes nothing away;
 *         nor does a number that is put where no pointer is, and that no slice
 *         asked about.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/idle.h"

#include "engine/engine.h"
#include "engine/slice_index.h"
#include "engine/survey.h"
#include "rules/model.h"
#include "rules/rules.h"
#include "support/map.h"

static bool acts_on_parameters(const struct part *part)
{
    for (size_t i = 0; i < part->function->parameter_count; i++) {
        const struct through *through = &part->through[i];
        if (through->writes || through->frees || through->keeps ||
            through->calls)
            return true;
    }
    return false;
}

static bool is_idle_function(const struct survey *survey,
                             const struct part *part, const struct map *seen)
{
    return !part->is_whole && !map_has(seen, part->function) &&
           !part->is_core && !part->raises && !part->stops &&
           !acts_on_parameters(part) &&
           pointers_gives_nothing(survey->index->pointers, part->function) &&
           !rules_know(survey->rules, part->function->name);
}

static bool is_of_rules(const struct rule_set *rules,
                        const struct global *global)
{
    for (size_t i = 0; i < rules->root_count; i++)
        if (rules->roots[i].global == global ||
            rules->roots[i].argument == global)
            return true;
    return false;
}

static bool is_idle_global(const struct survey *survey,
                           const struct global *global, const bool *looked)
{
    const struct pointers *pointers = survey->index->pointers;
    uint32_t place = pointers_place_of_global(pointers, global);
    return global->type.kind != TYPE_AGGREGATE &&
           place < pointers_count(pointers) && !looked[place] &&
           pointers_in(pointers, place)->count == 0 &&
           !is_of_rules(survey->rules, global);
}

/* What is inert and was not even read, as far as it gives nothing. */
static void add_absent(const struct program *program, struct map *idle)
{
    for (size_t i = 0; i < program->unit_count; i++) {
        const struct unit *unit = program->units[i];
        for (size_t k = 0; k < unit->function_count; k++)
            if (unit->functions[k]->is_absent &&
                unit->functions[k]->gives_no_pointer)
                map_put(idle, unit->functions[k], idle);
    }
}

void idle_find(const struct survey *survey, const bool *looked,
               const struct interest *interest)
{
    const struct program *program = survey->program;
    add_absent(program, interest->idle);
    vec_each (struct part *const, part, &survey->index->list)
        if (is_idle_function(survey, *part, interest->seen))
            map_put(interest->idle, (*part)->function, interest->idle);
    for (size_t i = 0; i < program->global_count; i++)
        if (is_idle_global(survey, program->globals[i], looked))
            map_put(interest->idle, program->globals[i], interest->idle);
}
