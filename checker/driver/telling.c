/* telling.c - from what was found in drivers to what an editor shows. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/telling.h"

#include "driver/verdicts.h"
#include "driver/workspace.h"
#include "editor/answer.h"
#include "editor/session.h"
#include "engine/finding.h"
#include "fix/fix.h"
#include "report/proof_text.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"
#include "support/text.h"

#include <ctype.h>
#include <string.h>

/* What an analysis that gave up is told under. */
#define LIMIT_RULE "analysis/gave-up"

struct telling {
    struct arena *arena; /* of the answer */
    struct arena *scratch;
    struct answer *answer;
    const struct workspace *workspace;
    const struct snapshot *texts;
    const char *folder;
    struct strings *paths; /* of the files that were read */
    struct map *files;     /* interned path -> struct span */
    const struct analysis *analysis;
};

/* Places. */

static const char *full_path(struct telling *telling, const char *file)
{
    return path_normal(telling->arena,
                       path_join(telling->scratch, telling->folder, file));
}

/* A place in a file means something only in what was analysed. */
static struct span on_disk(struct telling *telling, const char *path)
{
    const char *name = strings_intern(telling->paths, path);
    struct span *known = map_get(telling->files, name);
    struct file_text text = { "", 0 };

    if (known)
        return *known;

    bool is_read =
        file_is_regular(path) &&
        file_read(telling->scratch, path, fail_make(telling->scratch), &text);

    known = arena_new(telling->scratch, struct span);
    *known = (struct span){ text.data, text.size };
    map_put(telling->files, name, known);
    if (is_read && !workspace_holds(telling->workspace, path, *known))
        telling->answer->is_torn = true;
    return *known;
}

static struct span text_of(struct telling *telling, const char *path)
{
    vec_each (const struct buffer, buffer, &telling->texts->buffers)
        if (strcmp(buffer->path, path) == 0)
            return buffer->text;
    return on_disk(telling, path);
}

static struct spot spot_of(struct telling *telling, struct place place)
{
    struct spot spot = { 0 };

    if (!place.file)
        return spot;
    spot.path = full_path(telling, place.file);
    spot.range = position_word(text_of(telling, spot.path), place.line,
                               place.column, telling->texts->encoding);
    return spot;
}

static const char *copy(struct telling *telling, const char *text)
{
    return text ? arena_strdup(telling->arena, text) : NULL;
}

/* Findings. */

/* The sentence may name the event it stands on. */
static const char *sentence(struct telling *telling, const struct event *event)
{
    const char *reference =
        arena_format(telling->scratch, "(%zu)", event->refers_to);

    if (event->refers_to == 0 || strstr(event->text, reference))
        return copy(telling, event->text);
    return arena_format(telling->arena, "%s, see %s", event->text, reference);
}

static void tell_story(struct telling *telling, const struct finding *finding,
                       struct notice *notice)
{
    for (size_t i = 0; i < finding->event_count; i++) {
        const struct event *event = &finding->events[i];
        struct remark remark = { spot_of(telling, event->place),
                                 sentence(telling, event) };
        vec_push(telling->arena, &notice->story, remark);
    }
}

/* As a title it starts with a capital. */
static void tell_fix(struct telling *telling, const struct fix *fix,
                     struct notice *notice)
{
    const char *path = full_path(telling, fix->file);
    struct span text = text_of(telling, path);
    char *title = arena_strdup(telling->arena, fix->title);

    title[0] = (char)toupper((unsigned char)title[0]);
    notice->fix = title;
    for (size_t i = 0; i < fix->edit_count; i++) {
        const struct edit *edit = &fix->edits[i];
        struct replacement part = { .spot.path = path,
                                    .text = copy(telling, edit->text) };
        part.spot.range.start =
            position_at(text, edit->offset, telling->texts->encoding);
        part.spot.range.end = position_at(text, edit->offset + edit->length,
                                          telling->texts->encoding);
        vec_push(telling->arena, &notice->fix_parts, part);
    }
}

static void tell_finding(struct telling *telling, const struct finding *finding)
{
    const struct rule *rule = finding->rule;
    struct notice notice = {
        .spot = spot_of(telling, finding->place),
        .severity = finding->severity,
        .rule = copy(telling, rule->id),
        .message = arena_format(telling->arena, "%s%s",
                                finding->is_possible ? "possible: " : "",
                                finding->message),
    };

    if (!notice.spot.path)
        return;
    if (rule->reference_count != 0)
        notice.reference = copy(telling, rule->references[0].url);
    tell_story(telling, finding, &notice);
    if (finding->fix)
        tell_fix(telling, finding->fix, &notice);
    vec_push(telling->arena, &telling->answer->notices, notice);
}

/* An analysis that gave up never looks like a clean driver. Where it names no
 * place, it stands at the first unload routine. */
static void tell_limit(struct telling *telling, const struct limit *limit)
{
    const struct analysis *analysis = telling->analysis;
    struct notice notice = {
        .spot = spot_of(telling, limit->place),
        .severity = SEVERITY_NOTE,
        .rule = LIMIT_RULE,
        .message =
            arena_format(telling->arena, "analysis gave up: %s", limit->text),
    };

    if (!notice.spot.path && analysis->unload_count != 0)
        notice.spot = spot_of(telling, analysis->unloads[0].place);
    if (notice.spot.path)
        vec_push(telling->arena, &telling->answer->notices, notice);
}

/* What a call gave. */

/* What a call of the protocol must have given to take an object from one state
 * to another, as the rules say it; NULL: that is not always the same. */
static const char *result_between(const struct protocol *protocol, int from,
                                  int to)
{
    const char *when = NULL;

    for (size_t i = 0; i < protocol->call_count; i++) {
        const struct protocol_call *call = &protocol->calls[i];
        for (size_t k = 0; !call->creates && k < call->transition_count; k++) {
            const struct transition *transition = &call->transitions[k];
            if (transition->to != to || !(transition->from >> from & 1))
                continue;
            if (!transition->when ||
                (when && strcmp(when, transition->when) != 0))
                return NULL;
            when = transition->when;
        }
    }
    return when;
}

/* Several words are no single result. */
static bool is_single(const char *when)
{
    return when && !strpbrk(when, " ,|");
}

static void tell_result(struct telling *telling, const struct finding *finding,
                        const struct event *event, int before)
{
    const char *when = result_between(finding->protocol, before, event->state);
    struct label label = {
        .spot = spot_of(telling, event->place),
        .title = when,
        .text =
            arena_format(telling->arena, "on the way to: %s", finding->message),
    };

    if (!is_single(when) || !label.spot.path)
        return;
    label.title = arena_format(telling->arena, "= %s", when);
    vec_each (const struct label, known, &telling->answer->results)
        if (strcmp(known->spot.path, label.spot.path) == 0 &&
            memcmp(&known->spot.range, &label.spot.range,
                   sizeof(struct text_range)) == 0)
            return;
    vec_push(telling->arena, &telling->answer->results, label);
}

static void tell_results(struct telling *telling, const struct finding *finding)
{
    int state = -1;

    for (size_t i = 0; finding->protocol && i < finding->event_count; i++) {
        const struct event *event = &finding->events[i];
        if (event->kind == EVENT_STEP && state >= 0 && event->state >= 0 &&
            event->state != state)
            tell_result(telling, finding, event, state);
        if (event->state >= 0)
            state = event->state;
    }
}

/* Registrations. */

/* A line of a list, with where it is in the driver. */
static void add_line(struct text *out, const char *before, const char *text,
                     struct place place)
{
    text_addf(out, "\n%s- %s", before, text);
    if (place.file)
        text_addf(out, " (%s:%u)", path_base(place.file), place.line);
}

static void add_step(struct telling *telling, const struct proof *proof,
                     const struct proof_step *step, struct text *out)
{
    const char *text = proof_text_step(telling->scratch, step);

    add_line(out, "",
             arena_format(telling->scratch, "%s: %s",
                          proof_text_part(proof, step), text),
             step->place);
    for (size_t i = 0; i < step->guard_count; i++)
        add_line(out, "  ",
                 arena_format(telling->scratch, "if %s", step->guards[i].text),
                 step->guards[i].place);
}

static void add_faults(const struct telling *telling, const struct proof *proof,
                       struct text *out)
{
    const struct analysis *analysis = telling->analysis;

    for (size_t i = 0; i < analysis->finding_count; i++) {
        const struct finding *finding = &analysis->findings[i];
        if (finding->origin.file &&
            place_compare(finding->origin, proof->made) == 0)
            add_line(out, "", finding->message, finding->place);
    }
}

/* As Markdown that can be read as text, too. */
static const char *reason(struct telling *telling, const struct proof *proof)
{
    struct text out = text_make(telling->arena);

    text_addf(&out, "unloadcheck: %s: **%s**\n",
              proof_text_subject(telling->scratch, proof),
              proof_text_verdict(proof));
    for (size_t i = 0; i < proof->step_count; i++)
        add_step(telling, proof, &proof->steps[i], &out);
    for (size_t i = 0; i < proof->moment_count; i++)
        add_line(&out, "",
                 proof_text_moment(telling->scratch, proof, &proof->moments[i]),
                 proof->moments[i].place);
    for (size_t i = 0; i < proof->assumption_count; i++)
        add_line(&out, "",
                 arena_format(telling->scratch, "assumed: %s",
                              proof->assumptions[i].text),
                 proof->assumptions[i].place);
    add_faults(telling, proof, &out);
    return text_str(&out);
}

static void tell_registration(struct telling *telling,
                              const struct proof *proof)
{
    struct label label = {
        .spot = spot_of(telling, proof->made),
        .title = proof->is_safe ? "Why is this registration right?"
                                : "Why may this registration remain?",
        .text = reason(telling, proof),
    };

    if (label.spot.path)
        vec_push(telling->arena, &telling->answer->registrations, label);
}

/* Unload routines. */

static const char *headline(struct telling *telling, size_t count, size_t safe,
                            bool is_whole)
{
    if (safe == count)
        return arena_format(telling->arena,
                            "%zu registration%s, all waited for", count,
                            count == 1 ? "" : "s");
    return arena_format(telling->arena,
                        is_whole ? "%zu may remain"
                                 : "%zu not shown to be gone: the "
                                   "analysis gave up",
                        count - safe);
}

static void tell_unloads(struct telling *telling)
{
    const struct analysis *analysis = telling->analysis;
    struct text text = text_make(telling->arena);
    struct label label = { 0 };
    size_t safe = 0;

    for (size_t i = 0; i < analysis->proof_count; i++) {
        safe += analysis->proofs[i].is_safe;
        text_addf(&text, "%s%s", i == 0 ? "" : "\n\n",
                  reason(telling, &analysis->proofs[i]));
    }
    if (analysis->proof_count == 0)
        return;
    label.title = headline(telling, analysis->proof_count, safe,
                           analysis->limit_count == 0);
    label.text = text_str(&text);
    for (size_t i = 0; i < analysis->unload_count; i++) {
        label.spot = spot_of(telling, analysis->unloads[i].place);
        vec_push(telling->arena, &telling->answer->routines, label);
    }
}

/* All of it. */

static void tell_all(struct telling *telling)
{
    const struct analysis *analysis = telling->analysis;

    for (size_t i = 0; i < analysis->finding_count; i++) {
        tell_finding(telling, &analysis->findings[i]);
        tell_results(telling, &analysis->findings[i]);
    }
    for (size_t i = 0; i < analysis->limit_count; i++)
        tell_limit(telling, &analysis->limits[i]);
    for (size_t i = 0; i < analysis->proof_count; i++)
        tell_registration(telling, &analysis->proofs[i]);
}

static void note_seen(struct telling *telling)
{
    vec_each (const struct buffer, buffer, &telling->texts->buffers) {
        struct seen seen = { copy(telling, buffer->path), buffer->version };
        vec_push(telling->arena, &telling->answer->seen, seen);
    }
}

struct answer *telling_make(const struct workspace *workspace,
                            const struct snapshot *texts)
{
    struct answer *answer = answer_make();
    struct arena *scratch = arena_open();
    struct verdicts *verdicts = verdicts_make(scratch);
    struct telling telling = {
        .arena = answer->arena,
        .scratch = scratch,
        .answer = answer,
        .workspace = workspace,
        .texts = texts,
        .folder = workspace_folder(workspace),
        .paths = strings_make(scratch),
        .files = map_make(scratch),
    };
    const struct analysis *one;

    answer->number = texts->number;
    note_seen(&telling);
    for (size_t i = 0; (one = workspace_at(workspace, i)); i++)
        verdicts_add(verdicts, NULL, one);
    telling.analysis = verdicts_merge(verdicts);
    tell_all(&telling);
    for (size_t i = 0; (one = workspace_at(workspace, i)); i++) {
        telling.analysis = one;
        tell_unloads(&telling);
    }
    arena_close(scratch);
    return answer;
}
