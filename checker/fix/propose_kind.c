/* propose_kind.c - a call of the wrong kind of object, or of its address.
 *
 * The protocol of the object has the same call under another name where it has
 * the same states and the same way through them. All such calls of a function
 * are mended together: they are wrong for the same reason.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/propose_priv.h"
#include "support/arena.h"

#include <string.h>

static bool has_same_states(const struct protocol *a, const struct protocol *b)
{
    if (a->state_count != b->state_count)
        return false;
    for (size_t i = 0; i < a->state_count; i++)
        if (strcmp(a->states[i].name, b->states[i].name) != 0)
            return false;
    return true;
}

static bool has_same_way(const struct protocol_call *a,
                         const struct protocol_call *b)
{
    if (a->creates != b->creates || a->argument != b->argument ||
        a->transition_count != b->transition_count)
        return false;
    for (size_t i = 0; i < a->transition_count; i++)
        if (a->transitions[i].from != b->transitions[i].from ||
            a->transitions[i].to != b->transitions[i].to)
            return false;
    return true;
}

/* The one call of the protocol that is like it; NULL if there are several. */
static const struct protocol_call *counterpart(const struct protocol_call *call,
                                               const struct protocol *protocol)
{
    const struct protocol_call *found = NULL;

    if (!has_same_states(call->protocol, protocol))
        return NULL;
    for (size_t i = 0; i < protocol->call_count; i++) {
        if (!has_same_way(call, &protocol->calls[i]))
            continue;
        if (found)
            return NULL;
        found = &protocol->calls[i];
    }
    return found;
}

static void replace(const struct site *site, size_t first, size_t last,
                    const char *text, struct edits *edits)
{
    size_t start = site->sketch->tokens.items[first].start;
    size_t end = site->sketch->tokens.items[last].end;
    struct edit edit = { start, end - start, text };

    vec_push(site->layout.arena, edits, edit);
}

/* Edits of one call; none if there is nothing wrong with it. */
static void mend_call(const struct proposing *proposing,
                      const struct site *site, const struct written *written,
                      bool is_address, struct edits *edits)
{
    const struct protocol *protocol = proposing->finding->protocol;
    const struct protocol_call *right = NULL;

    if (is_address) {
        if (!written->call->creates && written->first < written->last &&
            sketch_is(site->sketch, written->first, "&"))
            replace(site, written->first, written->first, "", edits);
        return;
    }
    if (protocol && written->call->protocol != protocol)
        right = counterpart(written->call, protocol);
    if (right && !right->creates)
        replace(site, written->name, written->name, right->function, edits);
}

static void mend_all(struct proposing *proposing, const struct site *site,
                     const struct written *wrong, bool is_address)
{
    struct edits edits = { 0 };
    struct written written;

    for (size_t i = site->body->first; i < site->body->last; i++)
        if (site_call(proposing, site, i, &written) &&
            strcmp(written.argument, wrong->argument) == 0)
            mend_call(proposing, site, &written, is_address, &edits);
    propose(proposing, site, &edits,
            is_address ? "give the handle, not its address"
                       : arena_format(proposing->arena,
                                      "call what is for the kind of '%s'",
                                      wrong->argument));
}

void propose_kind(struct proposing *proposing)
{
    const struct finding *finding = proposing->finding;
    unsigned faults = finding->rule->arguments;
    struct site site;
    struct written written;

    if (!(finding->rule->at & AT_CALL) ||
        !site_at(proposing, finding->place, &site) ||
        !site_call(proposing, &site, site.token, &written))
        return;
    if (faults & ARGUMENT_ADDRESS)
        mend_all(proposing, &site, &written, true);
    if (faults & ARGUMENT_OTHER_PROTOCOL)
        mend_all(proposing, &site, &written, false);
}
