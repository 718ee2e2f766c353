/* judgement.c - whether an analysis says less against a driver than another. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/judgement.h"

#include "engine/finding.h"
#include "support/arena.h"
#include "support/words.h"

#include <stdlib.h>
#include <string.h>

struct judgement {
    struct words keys; /* one for each finding, sorted */
    size_t owing; /* findings of something that is not ended as it should */
    size_t limits;
    size_t registrations;
    size_t messages;
};

/* Two findings of one key cannot be told from each other but by their place. */
static const char *key_of(struct arena *arena, const struct finding *finding)
{
    return arena_format(arena, "%s\n%s\n%s\n%s\n%d%d", finding->rule->id,
                        finding->function, finding->handle, finding->message,
                        finding->severity, finding->is_possible);
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct judgement *judgement_make(struct arena *arena,
                                 const struct analysis *analysis,
                                 size_t messages)
{
    struct judgement *judgement = arena_new(arena, struct judgement);

    judgement->limits = analysis->limit_count;
    judgement->registrations = analysis->proof_count;
    judgement->messages = messages;
    for (size_t i = 0; i < analysis->finding_count; i++) {
        const struct finding *finding = &analysis->findings[i];
        vec_push(arena, &judgement->keys, key_of(arena, finding));
        judgement->owing +=
            (finding->rule->at &
             (AT_UNLOAD_RETURN | AT_ENTRY_FAILURE | AT_HOLDER_LOST)) != 0;
    }
    if (judgement->keys.count > 1)
        qsort(judgement->keys.items, judgement->keys.count,
              sizeof(*judgement->keys.items), compare);
    return judgement;
}

static size_t count_of(const struct judgement *judgement, const char *key)
{
    size_t count = 0;

    vec_each (const char *, own, &judgement->keys)
        count += strcmp(*own, key) == 0;
    return count;
}

/* How many of the findings have that key. */
static size_t count_wanted(struct arena *arena, const char *key,
                           const struct finding *const *findings, size_t count)
{
    size_t wanted = 0;

    for (size_t i = 0; i < count; i++)
        wanted += strcmp(key_of(arena, findings[i]), key) == 0;
    return wanted;
}

/* No limit, message or finding more, and no registration less. */
static bool is_less(const struct judgement *before,
                    const struct judgement *after)
{
    if (after->limits > before->limits || after->messages > before->messages ||
        after->registrations != before->registrations)
        return false;
    vec_each (const char *, key, &after->keys)
        if (count_of(after, *key) > count_of(before, *key))
            return false;
    return true;
}

static bool are_gone(struct arena *arena, const struct judgement *before,
                     const struct judgement *after,
                     const struct finding *const *findings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *key = key_of(arena, findings[i]);
        size_t had = count_of(before, key);
        size_t wanted = count_wanted(arena, key, findings, count);
        if (count_of(after, key) > (had > wanted ? had - wanted : 0))
            return false;
    }
    return true;
}

/* Not to call what ends an object is no way to mend a call of it for nothing,
 * as long as there is an object that nothing ends. */
static bool is_evasion(const struct judgement *after,
                       const struct finding *const *findings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (findings[i]->rule->arguments & (ARGUMENT_NULL | ARGUMENT_NEVER))
            return after->owing != 0;
    return false;
}

bool judgement_is_better(const struct judgement *before,
                         const struct judgement *after,
                         const struct finding *const *findings, size_t count)
{
    struct arena *arena = arena_open();
    bool is_better = is_less(before, after) &&
                     !is_evasion(after, findings, count) &&
                     are_gone(arena, before, after, findings, count);

    arena_close(arena);
    return is_better;
}
