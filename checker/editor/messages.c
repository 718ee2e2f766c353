/* messages.c - answers in the words of LSP. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/messages.h"

#include "editor/uri.h"
#include "report/json_parts.h"
#include "support/arena.h"
#include "support/text.h"

#include <stdlib.h>
#include <string.h>

#define SOURCE "unloadcheck"

/* Adds the value to a list of elements, and drops it. */
static void add_element(struct text *out, json_t *value)
{
    char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);

    if (text) {
        if (out->length != 0)
            text_add_char(out, ',');
        text_add(out, text);
    }
    free(text);
    json_decref(value);
}

static const char *dump(struct arena *arena, json_t *value)
{
    struct text out = text_make(arena);

    add_element(&out, value);
    return text_str(&out);
}

const char *messages_string(struct arena *arena, const char *text)
{
    return dump(arena, json_text(text));
}

static json_t *position_json(struct position position)
{
    return json_pack("{s:I,s:I}", "line", (json_int_t)position.line,
                     "character", (json_int_t)position.character);
}

static json_t *range_json(struct text_range range)
{
    return json_pack("{s:o,s:o}", "start", position_json(range.start), "end",
                     position_json(range.end));
}

const char *messages_range(struct arena *arena, struct text_range range)
{
    return dump(arena, range_json(range));
}

static json_t *uri_json(const char *path)
{
    struct arena *scratch = arena_open();
    json_t *uri = json_text(uri_of(scratch, path));

    arena_close(scratch);
    return uri;
}

static bool is_in(const struct spot *spot, const char *path)
{
    return spot->path && !spot->is_lost && strcmp(spot->path, path) == 0;
}

static bool touches(const struct spot *spot, const char *path,
                    struct text_range range)
{
    return is_in(spot, path) &&
           !position_before(range.end, spot->range.start) &&
           !position_before(spot->range.end, range.start);
}

/* The story: places of their own, or lines of the message where the editor
 * shows no others. */
static json_t *story_json(const struct notice *notice)
{
    json_t *items = json_array();
    struct arena *scratch = arena_open();
    size_t number = 0;

    vec_each (const struct remark, remark, &notice->story) {
        number++;
        if (!remark->spot.path)
            continue;
        json_t *place =
            json_pack("{s:o,s:o}", "uri", uri_json(remark->spot.path), "range",
                      range_json(remark->spot.range));
        json_push(items,
                  json_pack("{s:o,s:o}", "location", place, "message",
                            json_text(arena_format(scratch, "(%zu) %s", number,
                                                   remark->text))));
    }
    arena_close(scratch);
    return items;
}

static json_t *told_json(const struct notice *notice)
{
    struct arena *scratch = arena_open();
    struct text out = text_make(scratch);
    size_t number = 0;
    json_t *told;

    text_add(&out, notice->message);
    vec_each (const struct remark, remark, &notice->story) {
        const char *path = remark->spot.path ? remark->spot.path : "";
        const char *slash = strrchr(path, '/');
        text_addf(&out, "\n(%zu) %s:%u: %s", ++number, slash ? slash + 1 : path,
                  (unsigned)remark->spot.range.start.line + 1, remark->text);
    }
    told = json_text(text_str(&out));
    arena_close(scratch);
    return told;
}

static json_t *notice_json(const struct notice *notice,
                           const struct capabilities *capabilities)
{
    static const int severities[] = { [SEVERITY_ERROR] = 1,
                                      [SEVERITY_WARNING] = 2,
                                      [SEVERITY_NOTE] = 3 };
    bool shows = capabilities->shows_related;
    json_t *item =
        json_pack("{s:o,s:i,s:s,s:s}", "range", range_json(notice->spot.range),
                  "severity", severities[notice->severity], "code",
                  notice->rule, "source", SOURCE);

    if (notice->reference)
        json_put(item, "codeDescription",
                 json_pack("{s:s}", "href", notice->reference));
    json_put(item, "message",
             shows ? json_text(notice->message) : told_json(notice));
    if (shows && notice->story.count != 0)
        json_put(item, "relatedInformation", story_json(notice));
    return item;
}

const char *messages_notices(struct arena *arena, const struct answer *answer,
                             const char *path,
                             const struct capabilities *capabilities)
{
    struct text out = text_make(arena);

    if (answer)
        vec_each (const struct notice, notice, &answer->notices)
            if (is_in(&notice->spot, path))
                add_element(&out, notice_json(notice, capabilities));
    return text_str(&out);
}

/* What the editor asked for, and what is put together for it. */
struct asking {
    const struct answer *answer;
    const char *path;
    struct text_range range;
    struct span only;
    const long long *version;
    const struct capabilities *capabilities;
    struct text out;
};

/* Whether it wants actions of that kind: of those it names, or all. */
static bool wants(const struct asking *asking, const char *kind)
{
    struct arena *scratch = arena_open();
    bool is_wanted = !asking->only.data;
    struct span one;
    size_t at = 0;

    while (!is_wanted && (one = span_element(asking->only, &at)).data) {
        const char *name = span_string(scratch, one);
        size_t length = name ? strlen(name) : 0;
        is_wanted =
            name && strncmp(kind, name, length) == 0 &&
            (length == 0 || kind[length] == '.' || kind[length] == '\0');
    }
    arena_close(scratch);
    return is_wanted;
}

static json_t *command_json(const char *title, const char *name,
                            json_t *arguments)
{
    return json_pack("{s:o,s:s,s:o}", "title", json_text(title), "command",
                     name, "arguments", arguments);
}

/* A command, as an action where the editor knows them. `about` is the finding
 * that it belongs to, or NULL; it is taken over. */
static void add_command(struct asking *asking, const char *kind,
                        const char *title, json_t *command, json_t *about)
{
    json_t *action;

    if (!asking->capabilities->takes_actions) {
        add_element(&asking->out, command);
        json_decref(about);
        return;
    }
    action = json_pack("{s:o,s:s,s:o}", "title", json_text(title), "kind", kind,
                       "command", command);
    if (about)
        json_put(action, "diagnostics", json_pack("[o]", about));
    add_element(&asking->out, action);
}

static json_t *edit_json(const struct replacement *part)
{
    return json_pack("{s:o,s:o}", "range", range_json(part->spot.range),
                     "newText", json_text(part->text));
}

/* The parts of a fix, each of the same file behind the others. */
static json_t *changes_json(const struct asking *asking,
                            const struct notice *notice)
{
    json_t *edits = json_array();

    vec_each (const struct replacement, part, &notice->fix_parts)
        json_push(edits, edit_json(part));
    if (asking->capabilities->takes_versions && asking->version)
        return json_pack("{s:[{s:{s:o,s:I},s:o}]}", "documentChanges",
                         "textDocument", "uri", uri_json(notice->spot.path),
                         "version", (json_int_t)*asking->version, "edits",
                         edits);
    struct arena *scratch = arena_open();
    json_t *changes = json_pack("{s:{s:o}}", "changes",
                                uri_of(scratch, notice->spot.path), edits);
    arena_close(scratch);
    return changes;
}

/* Only what is all in this file, and all as it was. */
static bool can_fix(const struct asking *asking, const struct notice *notice)
{
    vec_each (const struct replacement, part, &notice->fix_parts)
        if (!is_in(&part->spot, asking->path))
            return false;
    return notice->fix && notice->fix_parts.count != 0 &&
           asking->capabilities->takes_actions;
}

static void add_notice_actions(struct asking *asking,
                               const struct notice *notice)
{
    struct arena *scratch = arena_open();
    const char *title = arena_format(scratch, "Explain %s", notice->rule);

    if (can_fix(asking, notice))
        add_element(&asking->out,
                    json_pack("{s:o,s:s,s:b,s:[o],s:o}", "title",
                              json_text(notice->fix), "kind", "quickfix",
                              "isPreferred", 1, "diagnostics",
                              notice_json(notice, asking->capabilities), "edit",
                              changes_json(asking, notice)));
    add_command(
        asking, "quickfix", title,
        command_json(title, COMMAND_EXPLAIN, json_pack("[s]", notice->rule)),
        notice_json(notice, asking->capabilities));
    arena_close(scratch);
}

static void add_why(struct asking *asking, const struct label *label)
{
    struct position at = label->spot.range.start;
    json_t *arguments =
        json_pack("[o,o]", uri_json(asking->path), position_json(at));

    add_command(asking, "source", label->title,
                command_json(label->title, COMMAND_WHY, arguments), NULL);
}

const char *messages_actions(struct arena *arena, const struct answer *answer,
                             const char *path, struct text_range range,
                             struct span context, const long long *version,
                             const struct capabilities *capabilities)
{
    struct asking asking = {
        .answer = answer,
        .path = path,
        .range = range,
        .only = span_member(context, "only"),
        .version = version,
        .capabilities = capabilities,
        .out = text_make(arena),
    };

    if (!answer)
        return "";
    if (wants(&asking, "quickfix"))
        vec_each (const struct notice, notice, &answer->notices)
            if (touches(&notice->spot, path, range))
                add_notice_actions(&asking, notice);
    if (wants(&asking, "source"))
        vec_each (const struct label, label, &answer->registrations)
            if (touches(&label->spot, path, range))
                add_why(&asking, label);
    return text_str(&asking.out);
}

const char *messages_lenses(struct arena *arena, const struct answer *answer,
                            const char *path)
{
    struct text out = text_make(arena);

    if (!answer)
        return "";
    vec_each (const struct label, label, &answer->routines) {
        if (!is_in(&label->spot, path))
            continue;
        json_t *arguments = json_pack("[o,o]", uri_json(path),
                                      position_json(label->spot.range.start));
        add_element(&out, json_pack("{s:o,s:o}", "range",
                                    range_json(label->spot.range), "command",
                                    command_json(label->title, COMMAND_WHY,
                                                 arguments)));
    }
    return text_str(&out);
}

const char *messages_hints(struct arena *arena, const struct answer *answer,
                           const char *path, struct text_range range)
{
    struct text out = text_make(arena);

    if (!answer)
        return "";
    vec_each (const struct label, label, &answer->results)
        if (touches(&label->spot, path, range))
            add_element(&out,
                        json_pack("{s:o,s:o,s:o,s:b}", "position",
                                  position_json(label->spot.range.end), "label",
                                  json_text(label->title), "tooltip",
                                  json_text(label->text ? label->text : ""),
                                  "paddingLeft", 1));
    return text_str(&out);
}

static const char *label_text(const struct labels *labels, const char *path,
                              struct position position)
{
    vec_each (const struct label, label, labels)
        if (is_in(&label->spot, path) &&
            text_range_has(label->spot.range, position))
            return label->text;
    return NULL;
}

const char *messages_why(struct arena *arena, const struct answer *answer,
                         const char *path, struct position position)
{
    const char *text = NULL;

    if (answer)
        text = label_text(&answer->registrations, path, position);
    if (answer && !text)
        text = label_text(&answer->routines, path, position);
    return text ? arena_strdup(arena, text) : NULL;
}
