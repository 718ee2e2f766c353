/* propose_later.c - keeps a handle until it is not needed any more.
 *
 * Who overwrites the handle and then ends the object by it has the statements
 * in the wrong order.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/propose_priv.h"
#include "support/arena.h"

#include <string.h>

/* What the statement assigns to, if it does nothing else; or NULL. */
static const char *assigned(const struct site *site)
{
    const struct statement *statement = site->statement;
    size_t sign = statement->first;

    if (statement->kind != STATEMENT_SIMPLE)
        return NULL;
    while (sign < statement->last && !sketch_is(site->sketch, sign, "="))
        sign++;
    if (sign == statement->first || sign + 1 >= statement->last ||
        !site_plain(site->sketch, sign + 1, statement->last - 1))
        return NULL;
    return site_plain(site->sketch, statement->first, sign - 1);
}

static bool has_call(const struct proposing *proposing, const struct site *site,
                     const struct statement *statement, const char *argument)
{
    struct written written;

    for (size_t i = statement->first; i <= statement->last; i++)
        if (site_call(proposing, site, i, &written) &&
            strcmp(written.argument, argument) == 0)
            return true;
    return false;
}

/* The last statement behind it, in its block, that has a call for the handle;
 * NULL if there is none, or not all ways lead there. */
static const struct statement *last_use(const struct proposing *proposing,
                                        const struct site *site,
                                        const char *argument)
{
    const struct statement *last = NULL;

    for (const struct statement *at = statement_next(site->statement); at;
         at = statement_next(at)) {
        if (has_call(proposing, site, at, argument))
            last = at;
        if (at->kind == STATEMENT_LABEL || at->kind == STATEMENT_RETURN ||
            at->kind == STATEMENT_JUMP)
            break;
    }
    for (const struct statement *at = statement_next(site->statement);
         last && at != statement_next(last); at = statement_next(at))
        if (at->kind != STATEMENT_SWITCH && statement_has_exit(at))
            return NULL;
    return last;
}

void propose_later(struct proposing *proposing)
{
    struct edits edits = { 0 };
    struct site site;
    struct spot spot;
    const char *handle;
    const struct statement *last;

    if (!(proposing->finding->rule->at & AT_HOLDER_LOST) ||
        !site_at(proposing, proposing->finding->place, &site) ||
        !(handle = assigned(&site)) ||
        !(last = last_use(proposing, &site, handle)) ||
        !layout_spot(&site.layout, last, &spot) || spot.is_bare ||
        !layout_remove(&site.layout, site.statement, &edits))
        return;

    const char *line = arena_format(
        proposing->arena, "%s%s%s", spot.indent,
        sketch_text(site.sketch, site.statement->first, site.statement->last),
        site.layout.newline);

    layout_rewrite(&site.layout, &spot, NULL, NULL, line, &edits);
    propose(proposing, &site, &edits,
            arena_format(proposing->arena,
                         "overwrite '%s' when it is not needed any more",
                         handle));
}
