/* proof_text.c - the sentences, made from the names in the driver and what the
 * rules say of a state. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/proof_text.h"

#include "support/arena.h"
#include "support/text.h"

#include <string.h>

const char *proof_text_subject(struct arena *arena, const struct proof *proof)
{
    if (*proof->handle == '\0')
        return proof->protocol->object;
    return arena_format(arena, "%s '%s'", proof->protocol->object,
                        proof->handle);
}

const char *proof_text_verdict(const struct proof *proof)
{
    if (!proof->is_safe)
        return "not shown to be gone";
    if (proof->is_part)
        return "nothing wrong in this part";
    return proof->moment_count != 0 ? "gone" : "the driver's code never goes";
}

const char *proof_text_part(const struct proof *proof,
                            const struct proof_step *step)
{
    static const char *const words[] = {
        [PROOF_MADE] = "made",
        [PROOF_CHANGED] = "changed",
        [PROOF_ENDED] = "ended",
        [PROOF_COMPLETED] = "completed",
    };

    return words[proof_part(proof, step)];
}

const char *proof_text_step(struct arena *arena, const struct proof_step *step)
{
    const char *role = proof_role(step->role);

    if (step->call_count == 0)
        return arena_format(arena, "'%s' in '%s' (%s)", step->call,
                            step->function, role);
    return arena_format(arena, "'%s' in '%s', called from '%s' (%s)",
                        step->call, step->function, step->routine, role);
}

static void add_states(const struct proof *proof, state_set states,
                       struct text *out)
{
    const char *before = "it ";

    for (size_t i = 0; i < proof->protocol->state_count; i++) {
        if (!(states & ((state_set)1 << i)))
            continue;
        text_addf(out, "%s%s", before, proof->protocol->states[i].meaning);
        before = " or ";
    }
    if (states == 0)
        text_add(out, "it is not there");
}

const char *proof_text_moment(struct arena *arena, const struct proof *proof,
                              const struct proof_moment *moment)
{
    bool is_unload = moment->at == AT_UNLOAD_RETURN;
    struct text text = text_make(arena);

    if (moment->function)
        text_addf(&text, "when '%s' %s, ", moment->function,
                  is_unload ? "returns" : "fails");
    else
        text_add(&text, is_unload ? "when the driver is unloaded, "
                                  : "when the entry routine fails, ");
    add_states(proof, moment->states, &text);
    return text_str(&text);
}
