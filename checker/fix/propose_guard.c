/* propose_guard.c - does what is done only for a handle that is there.
 *
 * What belongs to the call goes below the test with it: all up to the last
 * statement that uses its result or calls something for the same handle.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/propose_priv.h"
#include "support/arena.h"

#include <string.h>

/* Whether the statement has a call for the same handle, or the name in it. */
static bool belongs(const struct proposing *proposing, const struct site *site,
                    const struct statement *statement,
                    const struct written *call, const char *result)
{
    struct written written;

    for (size_t i = statement->first; i <= statement->last; i++)
        if ((result && sketch_is(site->sketch, i, result)) ||
            (site_call(proposing, site, i, &written) &&
             strcmp(written.argument, call->argument) == 0))
            return true;
    return false;
}

static const struct statement *last_of(const struct proposing *proposing,
                                       const struct site *site,
                                       const struct written *written,
                                       const char *result)
{
    const struct statement *last = site->statement;

    for (const struct statement *at = statement_next(last); at;
         at = statement_next(at))
        if (belongs(proposing, site, at, written, result))
            last = at;
    return last;
}

/* Whether something may come between, or leave, or not be indented. */
static bool is_firm(const struct sketch *sketch, const struct statement *first,
                    const struct statement *last)
{
    for (const struct statement *at = first;; at = statement_next(at)) {
        if (at->kind == STATEMENT_LABEL || at->kind == STATEMENT_RETURN ||
            at->kind == STATEMENT_JUMP)
            return false;
        if (at == last)
            break;
    }
    for (size_t i = first->first; i <= last->last; i++) {
        struct token token = sketch->tokens.items[i];
        if (token.kind == TOKEN_DIRECTIVE ||
            sketch_line(sketch, token.start) != sketch_line(sketch, token.end))
            return false;
    }
    return true;
}

static bool is_used_behind(const struct site *site,
                           const struct statement *last, const char *result)
{
    for (size_t i = last->last + 1; result && i < site->body->last; i++)
        if (sketch_is(site->sketch, i, result))
            return true;
    return false;
}

void propose_guard(struct proposing *proposing)
{
    const struct finding *finding = proposing->finding;
    struct edits edits = { 0 };
    struct site site;
    struct written written;
    struct spot first, end;

    if (!(finding->rule->at & AT_CALL) ||
        !(finding->rule->arguments & ARGUMENT_NULL) ||
        !proposing->rules->present ||
        !site_at(proposing, finding->place, &site) ||
        !site_call(proposing, &site, site.token, &written) ||
        !can_be_asked(written.argument))
        return;

    const struct layout *layout = &site.layout;
    const char *result = site_result(&site, site.statement, &written);
    const struct statement *last = last_of(proposing, &site, &written, result);

    if (!layout_spot(layout, site.statement, &first) || first.is_bare ||
        !layout_spot(layout, last, &end) ||
        !is_firm(site.sketch, site.statement, last) ||
        is_used_behind(&site, last, result))
        return;
    layout_enclose(layout, site.statement, last,
                   fill_value(proposing->arena, proposing->rules->present,
                              written.argument),
                   &edits);
    propose(proposing, &site, &edits,
            arena_format(proposing->arena, "do it only if '%s' is set",
                         written.argument));
}
