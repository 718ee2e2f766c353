/* rulebook.c - from folders to the rules that the user wants. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/rulebook.h"

#include "driver/config.h"
#include "driver/options.h"
#include "driver/run.h"
#include "driver/settings.h"
#include "rules/explain.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/environment.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/glob.h"
#include "support/path.h"

static const char *installed_folder(struct arena *arena)
{
    const char *program = file_program_directory(arena);

    if (!program)
        return NULL;
    return path_normal(arena,
                       path_join(arena, program, CONFIG_INSTALLED_RULES));
}

const char *rulebook_folder(struct arena *arena)
{
    const char *given = environment_get(arena, "UNLOADCHECK_RULES_DIR");
    const char *installed = installed_folder(arena);

    if (given && *given != '\0')
        return given;
    if (installed && file_is_directory(installed))
        return installed;
    return file_is_directory(CONFIG_SOURCE_RULES) ? CONFIG_SOURCE_RULES : NULL;
}

static struct rule_set *read_folders(struct run *run, const char *built_in,
                                     const struct options *options)
{
    struct words folders = { 0 };

    vec_push(run->arena, &folders, built_in);
    vec_each (const char *, folder, &options->rule_folders)
        vec_push(run->arena, &folders, *folder);
    return rules_read(run->arena, run->strings, folders.items, folders.count,
                      run->fail);
}

static bool is_chosen(const char *id, const struct words *patterns)
{
    vec_each (const char *, pattern, patterns)
        if (glob_matches(*pattern, id))
            return true;
    return false;
}

void rulebook_refuse(struct run *run, const struct rule_set *rules,
                     const char *name)
{
    const char *nearest = rules_nearest(rules, name);
    struct fail_place nowhere = { 0 };

    if (nearest)
        fail_add(run->fail, nowhere, "no rule is '%s'; did you mean '%s'?",
                 name, nearest);
    else
        fail_add(run->fail, nowhere,
                 "no rule is '%s'; 'unloadcheck rules' lists them", name);
}

/* A choice that chooses nothing is a mistake, however it came about. */
static void refuse_idle(struct run *run, const struct rule_set *rules,
                        const struct words *patterns)
{
    vec_each (const char *, pattern, patterns) {
        size_t i = 0;
        while (i < rules->rule_count &&
               !glob_matches(*pattern, rules->rules[i]->id))
            i++;
        if (i == rules->rule_count)
            rulebook_refuse(run, rules, *pattern);
    }
}

/* Only which rules there are changes: protocols, roots and models stay. */
static struct rule_set *choose(struct arena *arena, const struct rule_set *all,
                               const struct words *patterns)
{
    struct rule_set *chosen = arena_copy(arena, all, sizeof(*all));

    chosen->rules = arena_array(arena, struct rule *, all->rule_count);
    chosen->rule_count = 0;
    for (size_t i = 0; i < all->rule_count; i++)
        if (is_chosen(all->rules[i]->id, patterns))
            chosen->rules[chosen->rule_count++] = all->rules[i];
    return chosen;
}

const struct rule_set *rulebook_read(struct run *run,
                                     const struct options *options)
{
    const char *built_in = rulebook_folder(run->arena);

    if (!built_in) {
        fail_add(run->fail, (struct fail_place){ 0 },
                 "the rules are nowhere to be found; set "
                 "UNLOADCHECK_RULES_DIR to their folder");
        return NULL;
    }

    const struct rule_set *rules =
        settings_apply(run, options, read_folders(run, built_in, options));

    if (options->rule_patterns.count == 0)
        return rules;
    refuse_idle(run, rules, &options->rule_patterns);
    return choose(run->arena, rules, &options->rule_patterns);
}
