/* site.c - what stands in the text at the places that a finding names. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/propose_priv.h"
#include "fix/sketches.h"
#include "support/arena.h"
#include "support/text.h"

#include <string.h>

bool site_at(struct proposing *proposing, struct place place, struct site *site)
{
    if (!place.file)
        return false;
    site->sketch = sketches_get(proposing->sketches, place.file);
    if (!site->sketch)
        return false;
    site->token = sketch_token_at(site->sketch, place.line, place.column);
    if (site->token == NO_TOKEN)
        return false;
    site->body = statements_around(site->sketch, site->token);
    if (!site->body)
        return false;
    site->statement = statement_of(site->body, site->token);
    site->layout = layout_of(site->sketch, site->body);
    return true;
}

static const struct token *token_of(const struct sketch *sketch, size_t token)
{
    return &sketch->tokens.items[token];
}

/* A cast looks like this as well; a call does not. */
static bool is_plain(const struct sketch *sketch, size_t token, bool is_call)
{
    static const char *const signs[] = { ".", "->", "[", "]", "(", ")",
                                         "*", "&",  "+", "-", "::" };

    switch (token_of(sketch, token)->kind) {
    case TOKEN_WORD: return !is_call;
    case TOKEN_NUMBER: return true;
    case TOKEN_LITERAL:
    case TOKEN_DIRECTIVE: return false;
    case TOKEN_SIGN: break;
    }
    for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
        if (sketch_is(sketch, token, signs[i]))
            return true;
    return false;
}

const char *site_plain(const struct sketch *sketch, size_t first, size_t last)
{
    if (first == NO_TOKEN || first > last)
        return NULL;
    for (size_t i = first; i <= last; i++) {
        bool is_call = i < last && sketch_is(sketch, i + 1, "(");
        if (!is_plain(sketch, i, is_call))
            return NULL;
    }

    const char *text = sketch_text(sketch, first, last);

    return strpbrk(text, "\r\n") || strstr(text, "/*") ? NULL : text;
}

static const struct protocol_call *
call_of(const struct rule_set *rules, const struct sketch *sketch, size_t token)
{
    for (size_t i = 0; i < rules->protocol_count; i++)
        for (size_t j = 0; j < rules->protocols[i]->call_count; j++) {
            const struct protocol_call *call = &rules->protocols[i]->calls[j];
            if (sketch_is(sketch, token, call->function))
                return call;
        }
    return NULL;
}

/* Argument `number`, from the bracket that opens the list. */
static bool find_argument(const struct sketch *sketch, size_t open,
                          unsigned number, struct written *written)
{
    written->first = open + 1;
    for (size_t i = open + 1; i < written->close; i++) {
        if (sketch_is(sketch, i, "(") || sketch_is(sketch, i, "[") ||
            sketch_is(sketch, i, "{")) {
            i = sketch_close(sketch, i);
            if (i == NO_TOKEN || i >= written->close)
                return false;
        } else if (sketch_is(sketch, i, ",")) {
            if (number-- == 0) {
                written->last = i - 1;
                return written->first <= written->last;
            }
            written->first = i + 1;
        }
    }
    written->last = written->close - 1;
    return number == 0 && written->first <= written->last;
}

bool site_call(const struct proposing *proposing, const struct site *site,
               size_t token, struct written *written)
{
    const struct sketch *sketch = site->sketch;

    written->call = call_of(proposing->rules, sketch, token);
    written->name = token;
    if (!written->call || !sketch_is(sketch, token + 1, "("))
        return false;
    written->close = sketch_close(sketch, token + 1);
    if (written->close == NO_TOKEN ||
        !find_argument(sketch, token + 1, written->call->argument, written))
        return false;
    written->argument = site_plain(sketch, written->first, written->last);
    return written->argument != NULL;
}

bool site_is_dropped(const struct site *site, const struct statement *statement,
                     const struct written *written)
{
    size_t first = statement->first;

    if (sketch_is(site->sketch, first, "(") &&
        sketch_is(site->sketch, first + 1, "void") &&
        sketch_is(site->sketch, first + 2, ")"))
        first += 3;
    return statement->kind == STATEMENT_SIMPLE && first == written->name &&
           written->close + 1 == statement->last;
}

const char *site_result(const struct site *site,
                        const struct statement *statement,
                        const struct written *written)
{
    const struct sketch *sketch = site->sketch;
    size_t sign = written->name - 1, first = statement->first;

    if (statement->kind != STATEMENT_SIMPLE || written->name <= first + 1 ||
        !sketch_is(sketch, sign, "=") || written->close + 1 != statement->last)
        return NULL;
    /* a declaration: only words, the last of which is the name */
    for (size_t i = first; i < sign; i++)
        if (token_of(sketch, i)->kind != TOKEN_WORD)
            return site_plain(sketch, first, sign - 1);
    return sketch_text(sketch, sign - 1, sign - 1);
}

bool can_be_asked(const char *argument)
{
    return !strstr(argument, "->") && !strchr(argument, '*');
}

const char *fill_value(struct arena *arena, const char *form, const char *value)
{
    static const char role[] = "{value}";
    const char *at = strstr(form, role);

    if (!at)
        return form;
    return arena_format(arena, "%.*s%s%s", (int)(at - form), form, value,
                        at + sizeof(role) - 1);
}

const char *site_failure(const struct proposing *proposing,
                         const struct site *site, size_t first, size_t last,
                         const char *value)
{
    const struct rule_set *rules = proposing->rules;

    for (size_t i = 0; i < rules->failed_count; i++) {
        const char *form =
            fill_value(proposing->arena, rules->failed[i], value);
        struct sketch *other =
            sketch_make(proposing->arena, "", form, strlen(form));
        size_t count = other->tokens.count, at = 0;
        if (count != last - first + 1)
            continue;
        while (at < count &&
               sketch_is(site->sketch, first + at, sketch_text(other, at, at)))
            at++;
        if (at == count)
            return form;
    }
    return NULL;
}

const struct event *last_step(const struct finding *finding,
                              const struct event *before)
{
    for (size_t i = finding->event_count; i-- > 0;) {
        const struct event *event = &finding->events[i];
        if (event->kind == EVENT_STEP && (!before || event < before))
            return event;
    }
    return NULL;
}

const char *title_of(struct arena *arena, const struct plan *plan,
                     const char *handle)
{
    struct text title = text_make(arena);

    for (const struct plan *step = plan; step; step = step->next)
        text_addf(&title, "%s'%s'", step == plan ? "call " : " and ",
                  step->call->function);
    text_addf(&title, " for '%s'", handle);
    return text_str(&title);
}

void propose(struct proposing *proposing, const struct site *site,
             const struct edits *edits, const char *title)
{
    struct fix fix = {
        .title = title,
        .file = site->sketch->file,
        .edits = edits->items,
        .edit_count = edits->count,
    };

    if (edits->count != 0)
        vec_push(proposing->arena, &proposing->fixes, fix);
}
