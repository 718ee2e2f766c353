/* propose_instead.c - a call that comes too early becomes all that leads to it.
 *
 * Who waits for what nobody deregisters meant to deregister it. Where that is
 * done right behind, the two are only in the wrong order.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/propose_priv.h"
#include "support/arena.h"

#include <string.h>

/* The plan comes to the call that is there. */
static bool leads_to(const struct plan *plan, const struct protocol_call *call)
{
    for (plan = plan->next; plan; plan = plan->next)
        if (plan->call == call)
            return true;
    return false;
}

/* The call of the plan's first step, in the next statement. */
static bool find_next(struct proposing *proposing, const struct site *site,
                      const struct plan *plan, const char *argument,
                      struct site *next, struct written *written)
{
    *next = *site;
    next->statement = statement_next(site->statement);
    if (!next->statement)
        return false;
    for (size_t i = next->statement->first; i < next->statement->last; i++)
        if (site_call(proposing, site, i, written))
            return written->call == plan->call &&
                   strcmp(written->argument, argument) == 0;
    return false;
}

static void swap(struct proposing *proposing, const struct site *site,
                 const struct plan *plan, const struct written *written)
{
    struct site next;
    struct written first;
    struct edits edits = { 0 };

    if (find_next(proposing, site, plan, written->argument, &next, &first) &&
        layout_remove(&site->layout, site->statement, &edits) &&
        rest_edits(&next, &first, plan->when, plan->next, &edits))
        propose(proposing, site, &edits,
                arena_format(proposing->arena, "call '%s' first",
                             plan->call->function));
}

static void spell_out(struct proposing *proposing, const struct site *site,
                      const struct plan *plan, const struct written *written)
{
    const struct layout *layout = &site->layout;
    struct text lines = text_make(proposing->arena);
    struct edits edits = { 0 };
    struct spot spot;

    if (!layout_spot(layout, site->statement, &spot))
        return;
    layout_add_plan(layout, spot.indent, plan, written->argument, &lines);

    size_t start = strlen(spot.indent);
    size_t length = lines.length - start - strlen(layout->newline);

    layout_rewrite(layout, &spot, NULL,
                   arena_strndup(proposing->arena, lines.data + start, length),
                   NULL, &edits);
    propose(proposing, site, &edits,
            arena_format(proposing->arena, "call '%s' before",
                         plan->call->function));
}

void propose_instead(struct proposing *proposing)
{
    const struct finding *finding = proposing->finding;
    const struct event *step = last_step(finding, NULL);
    struct site site;
    struct written written;

    if (!(finding->rule->at & AT_CALL) || !step || step->state < 0 ||
        !finding->protocol || !site_at(proposing, finding->place, &site) ||
        !site_call(proposing, &site, site.token, &written) ||
        written.call->protocol != finding->protocol ||
        !site_is_dropped(&site, site.statement, &written))
        return;

    const struct plan *plan = plan_make(proposing->arena, proposing->rules,
                                        finding->protocol, step->state);

    if (!plan || !leads_to(plan, written.call))
        return;
    swap(proposing, &site, plan, &written);
    spell_out(proposing, &site, plan, &written);
}
