/* propose_end.c - ends what nothing ends.
 *
 * Where the entry routine fails, before anything else is undone on that way;
 * where the unload routine is entered, before anything is taken away that the
 * object may still use. What is put on a way that success takes as well is put
 * below a test.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/propose_priv.h"
#include "support/arena.h"

#include <string.h>

/* What is to be put, wherever that is. */
struct ending {
    struct proposing *proposing;
    struct site site; /* of the fault */
    const struct plan *plan;
    const char *argument;
    const char *present; /* a test that the handle is there; NULL: none */
};

static bool is_word(const struct sketch *sketch, size_t token)
{
    return sketch->tokens.items[token].kind == TOKEN_WORD;
}

/* The object as the call that makes it names it. */
static const char *argument_of(const struct site *site,
                               const struct written *written)
{
    const struct sketch *sketch = site->sketch;

    if (!written->call->is_out)
        return written->argument;
    if (!sketch_is(sketch, written->first, "&"))
        return arena_format(site->layout.arena, "*%s", written->argument);
    return site_plain(sketch, written->first + 1, written->last);
}

static const struct event *first_step(const struct finding *finding)
{
    for (size_t i = 0; i < finding->event_count; i++)
        if (finding->events[i].kind == EVENT_STEP)
            return &finding->events[i];
    return NULL;
}

static bool begin(struct proposing *proposing, struct ending *ending)
{
    const struct finding *finding = proposing->finding;
    const struct event *made = first_step(finding);
    struct site site;
    struct written written;

    if (!made || !finding->protocol ||
        !site_at(proposing, made->place, &site) ||
        !site_call(proposing, &site, site.token, &written) ||
        !written.call->creates || written.call->protocol != finding->protocol ||
        !site_at(proposing, finding->place, &ending->site))
        return false;
    ending->proposing = proposing;
    ending->argument = argument_of(&site, &written);
    ending->plan =
        plan_make(proposing->arena, proposing->rules, finding->protocol,
                  finding->events[finding->event_count - 1].state);
    if (!ending->plan || !ending->argument)
        return false;
    if (finding->protocol->identity == IDENTITY_HANDLE &&
        proposing->rules->present && can_be_asked(ending->argument))
        ending->present = fill_value(
            proposing->arena, proposing->rules->present, ending->argument);
    return true;
}

static const char *both(struct arena *arena, const char *a, const char *b)
{
    return a && b ? arena_format(arena, "%s && %s", a, b) : a ? a : b;
}

static void add(const struct ending *ending, const struct edits *edits)
{
    struct proposing *proposing = ending->proposing;

    propose(proposing, &ending->site, edits,
            title_of(proposing->arena, ending->plan, ending->argument));
}

static const char *lines_of(const struct ending *ending, const char *indent,
                            const char *condition)
{
    struct text lines = text_make(ending->proposing->arena);

    layout_add_guarded(&ending->site.layout, indent, condition, ending->plan,
                       ending->argument, &lines);
    return text_str(&lines);
}

/* With and without a test that the handle is there, and both below `guard`,
 * where that is not NULL. */
static void put_beside(const struct ending *ending,
                       const struct statement *statement, const char *guard,
                       bool is_after)
{
    const struct layout *layout = &ending->site.layout;
    const char *tests[] = { NULL, ending->present };
    struct spot spot;

    if (!layout_spot(layout, statement, &spot))
        return;
    for (int i = 0; i < (ending->present ? 2 : 1); i++) {
        const char *lines =
            lines_of(ending, spot.indent, both(layout->arena, guard, tests[i]));
        struct edits edits = { 0 };
        layout_rewrite(layout, &spot, is_after ? NULL : lines, NULL,
                       is_after ? lines : NULL, &edits);
        add(ending, &edits);
    }
}

static void put_inside(const struct ending *ending,
                       const struct statement *block)
{
    const struct layout *layout = &ending->site.layout;
    const char *indent = layout_inside(layout, block);
    const char *tests[] = { NULL, ending->present };

    for (int i = 0; i < (ending->present ? 2 : 1); i++) {
        struct edits edits = { 0 };
        if (layout_open(layout, block, lines_of(ending, indent, tests[i]),
                        &edits))
            add(ending, &edits);
    }
}

/* Whether it is what is done if `value` is a failure. */
static bool is_below_failure(const struct ending *ending,
                             const struct statement *statement,
                             const char *value)
{
    const struct statement *test = statement->parent;

    return test && test->kind == STATEMENT_IF && statement->index == 0 &&
           site_failure(ending->proposing, &ending->site, test->open + 1,
                        test->close - 1, value);
}

/* Whether all that enters the statement's block comes to the statement. */
static bool is_straight(const struct statement *statement)
{
    const struct statement *at = statement_before(statement);

    while (at && !statement_has_exit(at))
        at = statement_before(at);
    return !at;
}

/* The statement behind the last label before this one, which is where all ways
 * to it come together; itself if there is none, or not all come here. */
static const struct statement *behind_label(const struct statement *statement)
{
    const struct statement *at = statement_before(statement);

    while (at && !statement_has_exit(at))
        at = statement_before(at);
    return at && at->kind == STATEMENT_LABEL ? statement_next(at) : statement;
}

static void put_at_shared(const struct ending *ending,
                          const struct statement *statement, const char *value)
{
    const struct statement *before = statement_before(statement);
    const struct rule_set *rules = ending->proposing->rules;

    if (before && before->kind == STATEMENT_IF && before->parts.count == 1 &&
        is_below_failure(ending, before->parts.items[0], value)) {
        const struct statement *part = before->parts.items[0];
        if (part->kind == STATEMENT_BLOCK)
            put_inside(ending, part);
        else
            put_beside(ending, part, NULL, false);
        return;
    }
    if (rules->failed_count != 0)
        put_beside(
            ending, behind_label(statement),
            fill_value(ending->proposing->arena, rules->failed[0], value),
            false);
}

/* Alone in a branch, whatever it is: nothing succeeds there, since all that
 * comes there is this return, which fails. */
static void put_in_branch(const struct ending *ending,
                          const struct statement *statement)
{
    const struct statement *parent = statement->parent;

    if (parent && parent->kind == STATEMENT_BLOCK && parent->parent &&
        is_straight(statement))
        put_inside(ending, parent);
    else
        put_beside(ending, behind_label(statement), NULL, false);
}

static void end_at_failure(const struct ending *ending)
{
    const struct statement *statement = ending->site.statement;
    const struct sketch *sketch = ending->site.sketch;
    size_t value = statement->first + 1;

    if (statement->kind != STATEMENT_RETURN || value + 1 != statement->last)
        return;
    if (!is_word(sketch, value) || sketch_is_capital(sketch, value)) {
        put_in_branch(ending, statement);
        return;
    }

    const char *name = sketch_text(sketch, value, value);
    const struct statement *parent = statement->parent;

    if (is_below_failure(ending, statement, name))
        put_beside(ending, statement, NULL, false);
    else if (parent && is_below_failure(ending, parent, name) &&
             is_straight(statement))
        put_inside(ending, parent);
    else
        put_at_shared(ending, statement, name);
}

/* `type name ...;`, with stars between. */
static bool is_declaration(const struct sketch *sketch,
                           const struct statement *statement)
{
    size_t second = statement->first + 1;

    if (statement->kind != STATEMENT_SIMPLE ||
        !is_word(sketch, statement->first))
        return false;
    while (sketch_is(sketch, second, "*"))
        second++;
    return second < statement->last && is_word(sketch, second);
}

/* PAGED_CODE(); and what else is written at the top of a routine. */
static bool is_remark(const struct sketch *sketch,
                      const struct statement *statement)
{
    return statement->kind == STATEMENT_SIMPLE &&
           is_word(sketch, statement->first) &&
           sketch_is_capital(sketch, statement->first) &&
           sketch_is(sketch, statement->first + 1, "(") &&
           sketch_close(sketch, statement->first + 1) + 1 == statement->last;
}

/* The first statement that does something; NULL if none does. */
static const struct statement *first_deed(const struct ending *ending)
{
    const struct sketch *sketch = ending->site.sketch;

    vec_each (struct statement *, part, &ending->site.body->parts)
        if (!is_declaration(sketch, *part) && !is_remark(sketch, *part))
            return *part;
    return NULL;
}

static void end_at_unload(const struct ending *ending)
{
    const struct statement *body = ending->site.body;
    const struct statement *statement = ending->site.statement;
    const struct statement *deed = first_deed(ending);

    if (statement->kind == STATEMENT_RETURN && deed && deed != statement &&
        deed->kind == STATEMENT_IF && deed->first < statement->first &&
        statement->first < deed->last)
        put_beside(ending, statement, NULL, false);
    if (deed)
        put_beside(ending, deed, NULL, false);
    else if (body->parts.count != 0)
        put_beside(ending, vec_last(&body->parts), NULL, true);
    else
        put_inside(ending, body);
}

void propose_end(struct proposing *proposing)
{
    unsigned at = proposing->finding->rule->at;
    struct ending ending = { 0 };

    if (!(at & (AT_ENTRY_FAILURE | AT_UNLOAD_RETURN)) ||
        !begin(proposing, &ending))
        return;
    if (at & AT_ENTRY_FAILURE)
        end_at_failure(&ending);
    if (at & AT_UNLOAD_RETURN)
        end_at_unload(&ending);
}
