/* rulebook.c - from folders to the rules that the user wants. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/rulebook.h"

#include "cache/contents.h"
#include "cache/store.h"
#include "driver/config.h"
#include "driver/options.h"
#include "driver/run.h"
#include "driver/run_cache.h"
#include "driver/settings.h"
#include "rules/explain.h"
#include "rules/kept.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/environment.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/glob.h"
#include "support/path.h"
#include "support/text.h"

#define KIND "rules"

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

static struct words list_folders(struct arena *arena, const char *built_in,
                                 const struct options *options)
{
    struct words folders = { 0 };

    vec_push(arena, &folders, built_in);
    vec_each (const char *, folder, &options->rule_folders)
        vec_push(arena, &folders, *folder);
    return folders;
}

static struct digest key_of(const struct run_cache *cache,
                            const struct words *folders)
{
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);

    text_addf(&all, "%s\n", digest_text(scratch, cache->program));
    vec_each (const char *, folder, folders)
        text_addf(
            &all, "%d %s\n", file_is_directory(*folder),
            digest_text(scratch, contents_of_tree(cache->contents, *folder)));

    struct digest key = digest_bytes(all.data, all.length);

    arena_close(scratch);
    return key;
}

static struct rule_set *
read_kept(struct run *run, const struct run_cache *cache, struct digest key)
{
    struct rule_set *rules = NULL;
    struct file_map map;

    if (!store_get(cache->store, KIND, key, &map))
        return NULL;
    rules = rules_restore(run->arena, run->strings, map.data, map.size);
    file_map_close(&map);
    return rules;
}

static void keep(const struct run_cache *cache, struct digest key,
                 const struct rule_set *rules)
{
    struct arena *scratch = arena_open();
    struct text out = text_make(scratch);

    rules_write(&out, rules);
    store_put_packed(cache->store, KIND, key, out.data, out.length);
    arena_close(scratch);
}

/* Only that of which there was nothing to tell is kept. */
static struct rule_set *read_folders(struct run *run,
                                     const struct words *folders,
                                     const struct run_cache *cache)
{
    struct digest key = { 0 };
    size_t told = fail_count(run->fail);
    struct rule_set *rules = NULL;

    if (cache) {
        key = key_of(cache, folders);
        rules = read_kept(run, cache, key);
    }
    if (rules)
        return rules;
    rules = rules_read(run->arena, run->strings, folders->items, folders->count,
                       run->fail);
    if (cache && fail_count(run->fail) == told)
        keep(cache, key, rules);
    return rules;
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
                                     const struct options *options,
                                     const struct run_cache *cache)
{
    const char *built_in = rulebook_folder(run->arena);

    if (!built_in) {
        fail_add(run->fail, (struct fail_place){ 0 },
                 "the rules are nowhere to be found; set "
                 "UNLOADCHECK_RULES_DIR to their folder");
        return NULL;
    }

    const struct words folders = list_folders(run->arena, built_in, options);
    const struct rule_set *rules =
        settings_apply(run, options, read_folders(run, &folders, cache));

    if (options->rule_patterns.count == 0)
        return rules;
    refuse_idle(run, rules, &options->rule_patterns);
    return choose(run->arena, rules, &options->rule_patterns);
}
