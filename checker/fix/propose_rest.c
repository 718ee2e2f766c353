/* propose_rest.c - does the rest of what the driver has started.
 *
 * A deregistration that is pending must be waited for. Where the driver does
 * wait, but by the wrong test, the test is what is wrong. Else the wait goes
 * right behind the call, before anything can happen to the result or to the
 * handle.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/propose_priv.h"
#include "support/arena.h"

#include <string.h>

static bool is_same_text(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

/* Whether that is all the statement does. */
static bool does_only(const struct proposing *proposing,
                      const struct site *site,
                      const struct statement *statement,
                      const struct plan *rest, const char *argument)
{
    struct written written;

    if (statement->kind == STATEMENT_BLOCK)
        return statement->parts.count == 1 &&
               does_only(proposing, site, statement->parts.items[0], rest,
                         argument);
    size_t name = statement->first;
    if (sketch_is(site->sketch, name, "("))
        name += 3;
    return !rest->next && site_call(proposing, site, name, &written) &&
           site_is_dropped(site, statement, &written) &&
           written.call == rest->call &&
           is_same_text(written.argument, argument);
}

/* Whether the condition asks for the value alone, which is written from `first`
 * to `last`: then whatever it asks can be asked in another way. */
static bool asks_only(const struct statement *statement,
                      const struct sketch *sketch, size_t first, size_t last)
{
    if (first == NO_TOKEN)
        return false;
    for (size_t i = statement->open + 1; i < statement->close; i++) {
        struct token token = sketch->tokens.items[i];
        if (i >= first && i <= last)
            continue;
        if (sketch_is(sketch, i, "&&") || sketch_is(sketch, i, "||") ||
            sketch_is(sketch, i, "="))
            return false;
        if (token.kind == TOKEN_WORD && !sketch_is_capital(sketch, i))
            return false;
    }
    return true;
}

/* Where a variable stands in a condition, once; NO_TOKEN if not. */
static size_t find_once(const struct statement *statement,
                        const struct sketch *sketch, const char *name)
{
    size_t found = NO_TOKEN;

    for (size_t i = statement->open + 1; i < statement->close; i++)
        if (sketch_is(sketch, i, name)) {
            if (found != NO_TOKEN)
                return NO_TOKEN;
            found = i;
        }
    return found;
}

static void replace_condition(struct proposing *proposing,
                              const struct site *site,
                              const struct statement *statement,
                              const char *value, const char *when)
{
    const struct sketch *sketch = site->sketch;
    size_t start = sketch->tokens.items[statement->open].end;
    size_t end = sketch->tokens.items[statement->close].start;
    struct edits edits = { 0 };
    struct edit edit = {
        start,
        end - start,
        arena_format(proposing->arena, "%s == %s", value, when),
    };

    vec_push(proposing->arena, &edits, edit);
    propose(proposing, site, &edits,
            arena_format(proposing->arena, "wait if it is %s", when));
}

/* A test of the result, below which is nothing but the wait. */
static void mend_test(struct proposing *proposing, const struct site *site,
                      const struct statement *test,
                      const struct written *written, const char *value,
                      size_t first, size_t last, const char *when,
                      const struct plan *rest)
{
    if (!test || !when || test->kind != STATEMENT_IF ||
        test->parts.count != 1 || !asks_only(test, site->sketch, first, last) ||
        !does_only(proposing, site, test->parts.items[0], rest,
                   written->argument))
        return;
    replace_condition(proposing, site, test, value, when);
}

static void mend_tests(struct proposing *proposing, const struct site *site,
                       const struct written *written, const char *when,
                       const struct plan *rest)
{
    const struct statement *statement = site->statement;
    const char *result = site_result(site, statement, written);

    if (statement->kind == STATEMENT_IF) {
        mend_test(proposing, site, statement, written,
                  sketch_text(site->sketch, written->name, written->close),
                  written->name, written->close, when, rest);
    } else if (result) {
        const struct statement *next = statement_next(statement);
        size_t at = next && next->kind == STATEMENT_IF
                        ? find_once(next, site->sketch, result)
                        : NO_TOKEN;
        mend_test(proposing, site, next, written, result, at, at, when, rest);
    }
}

bool rest_edits(const struct site *site, const struct written *written,
                const char *when, const struct plan *rest, struct edits *edits)
{
    const struct layout *layout = &site->layout;
    struct arena *arena = layout->arena;
    const struct statement *statement = site->statement;
    const char *result = site_result(site, statement, written);
    bool is_dropped = site_is_dropped(site, statement, written);
    struct plan whole = { written->call, when, rest };
    struct text lines = text_make(arena);
    struct spot spot;

    if ((!result && !is_dropped) || !layout_spot(layout, statement, &spot))
        return false;
    if (is_dropped && when) {
        layout_add_plan(layout, spot.indent, &whole, written->argument, &lines);
        size_t start = strlen(spot.indent);
        size_t length = lines.length - start - strlen(layout->newline);
        layout_rewrite(layout, &spot, NULL,
                       arena_strndup(arena, lines.data + start, length), NULL,
                       edits);
        return true;
    }
    layout_add_guarded(layout, spot.indent,
                       when ? arena_format(arena, "%s == %s", result, when)
                            : NULL,
                       rest, written->argument, &lines);
    layout_rewrite(layout, &spot, NULL, NULL, text_str(&lines), edits);
    return true;
}

/* The call at the site, or the only one in the brackets of a macro there. */
static bool find_call(const struct proposing *proposing,
                      const struct site *site, struct written *written)
{
    struct written inner;
    size_t close, found = 0;

    if (site_call(proposing, site, site->token, written))
        return true;
    close = sketch_is(site->sketch, site->token + 1, "(")
                ? sketch_close(site->sketch, site->token + 1)
                : NO_TOKEN;
    for (size_t i = site->token; close != NO_TOKEN && i < close; i++)
        if (site_call(proposing, site, i, &inner)) {
            *written = inner;
            found++;
        }
    return found == 1;
}

/* The state in which the call was made; where the story begins with the call,
 * since the rest of the driver is not there, one that leads to what came. */
static int state_before(const struct finding *finding, const struct event *step,
                        const struct protocol_call *call)
{
    const struct event *before = last_step(finding, step);

    if (before)
        return before->state;
    for (size_t i = 0; i < call->transition_count; i++)
        for (int state = 0; state < (int)call->protocol->state_count; state++)
            if (call->transitions[i].to == step->state &&
                ((call->transitions[i].from >> state) & 1))
                return state;
    return -1;
}

void propose_rest(struct proposing *proposing)
{
    const struct finding *finding = proposing->finding;
    const struct event *step = last_step(finding, NULL);
    const char *when = NULL;
    struct edits edits = { 0 };
    struct site site;
    struct written written;

    if (!step || !site_at(proposing, step->place, &site) ||
        !find_call(proposing, &site, &written))
        return;

    const struct plan *rest = plan_rest(
        proposing->arena, proposing->rules, written.call,
        state_before(finding, step, written.call), step->state, &when);

    if (!rest)
        return;
    mend_tests(proposing, &site, &written, when, rest);
    if (rest_edits(&site, &written, when, rest, &edits))
        propose(proposing, &site, &edits,
                title_of(proposing->arena, rest, written.argument));
}
