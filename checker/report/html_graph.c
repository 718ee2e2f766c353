/* html_graph.c - graphs for Graphviz: the automaton of a registration, and the
 * functions that a story goes through.
 *
 * All graphs of a report are drawn by one run of the program, which answers
 * with one picture for each, in their order. Colours are left to the style of
 * the page, so nodes and edges get classes; the script finds them by their
 * names.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/html_priv.h"
#include "report/source.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/text.h"
#include "support/utf8.h"
#include "support/vec.h"

#include <string.h>

enum { MOST_LINES = 4, LONGEST = 56 };

struct html_pictures {
    struct vec_of(const char *) items; /* of each finding its automaton, then
                                          its shapes */
    size_t *first;                     /* by finding */
};

static void add_quoted_n(const char *data, size_t size, struct text *out)
{
    struct text clean = text_make(out->arena);

    utf8_add(data, size, &clean);
    for (const char *at = text_str(&clean); *at != '\0'; at++) {
        if (*at == '"' || *at == '\\')
            text_add_char(out, '\\');
        text_add_char(out, *at == '\t' ? ' ' : *at);
    }
}

static void add_quoted(const char *string, struct text *out)
{
    add_quoted_n(string, strlen(string), out);
}

static void add_head(struct text *out)
{
    text_add(out,
             "digraph {\nbgcolor=transparent\nranksep=0.35\n"
             "node [shape=box style=rounded fontname=monospace fontsize=11 "
             "margin=\"0.12,0.06\" height=0.2]\n"
             "edge [fontname=monospace fontsize=10 arrowsize=0.7]\n");
}

static void add_transition(const struct protocol_call *call,
                           const struct transition *transition, size_t number,
                           const char *from, struct text *out)
{
    text_addf(out, "%s -> s%d [id=\"%s-%zu-%s-%d\" label=\"", from,
              transition->to, call->function, number, from, transition->to);
    add_quoted(call->function, out);
    if (transition->when) {
        text_add(out, "\\n");
        add_quoted(transition->when, out);
    }
    text_add(out, "\"]\n");
}

static void add_call(const struct protocol_call *call, size_t number,
                     struct text *out)
{
    for (size_t i = 0; i < call->transition_count; i++) {
        const struct transition *transition = &call->transitions[i];
        if (transition->to < 0)
            continue;
        if (call->creates)
            add_transition(call, transition, number, "none", out);
        for (int s = 0; s < (int)call->protocol->state_count; s++)
            if (transition->from >> s & 1 && s != transition->to)
                add_transition(call, transition, number,
                               arena_format(out->arena, "s%d", s), out);
    }
}

static void add_automaton(const struct finding *finding, size_t number,
                          struct text *out)
{
    const struct protocol *protocol = finding->protocol;

    add_head(out);
    text_addf(out, "id=\"automaton-%zu\"\n", number);
    text_addf(out, "none [id=\"automaton-%zu-none\" shape=point]\n", number);
    for (size_t i = 0; protocol && i < protocol->state_count; i++) {
        text_addf(out, "s%zu [id=\"automaton-%zu-%zu\" label=\"", i, number, i);
        add_quoted(protocol->states[i].name, out);
        text_add(out, "\"]\n");
    }
    for (size_t i = 0; protocol && i < protocol->call_count; i++)
        add_call(&protocol->calls[i], number, out);
    text_add(out, "}\n");
}

static void add_line(const struct report *report, const char *file,
                     uint32_t number, struct text *out)
{
    struct source_line line = { "", 0 };
    size_t length;

    sources_line(report->sources, file, number, &line);
    while (line.length != 0 && strchr(" \t", *line.data)) {
        line.data++;
        line.length--;
    }
    length = line.length;
    if (length > LONGEST) {
        length = LONGEST;
        while ((line.data[length] & 0xc0) == 0x80)
            length--;
    }
    text_addf(out, "%u  ", number);
    add_quoted_n(line.data, length, out);
    text_add(out, length < line.length ? "...\\l" : "\\l");
}

static void add_block(const struct report *report, const struct shape *shape,
                      size_t index, const char *name, struct text *out)
{
    const struct shape_block *block = &shape->blocks[index];

    text_addf(out, "b%zu [id=\"%s-%zu\" class=\"%s\" label=\"", index, name,
              index, block->is_passed ? "passed" : "other");
    for (size_t i = 0; i < block->line_count && i < MOST_LINES; i++)
        add_line(report, shape->place.file, block->lines[i], out);
    if (block->line_count > MOST_LINES)
        text_add(out, "...\\l");
    text_add(out, "\"]\n");
    for (size_t i = 0; i < block->edge_count; i++) {
        const struct shape_edge *edge = &block->edges[i];
        text_addf(out, "b%zu -> b%u [id=\"%s-%zu-%zu\" class=\"%s\" label=\"",
                  index, edge->to, name, index, i,
                  edge->is_taken ? "taken" : "other");
        add_quoted(edge->label ? edge->label : "", out);
        text_add(out, "\"]\n");
    }
}

static const char *shape_name(struct arena *arena, size_t finding, size_t shape)
{
    return arena_format(arena, "shape-%zu-%zu", finding + 1, shape + 1);
}

static void add_shape(const struct report *report, size_t finding, size_t index,
                      struct text *out)
{
    const struct shape *shape =
        &report->analysis->findings[finding].shapes[index];
    const char *name = shape_name(report->arena, finding, index);

    add_head(out);
    text_addf(out, "id=\"%s\"\n", name);
    for (size_t i = 0; i < shape->block_count; i++)
        add_block(report, shape, i, name, out);
    text_add(out, "}\n");
}

/* Takes the answer apart. */
static void split(struct arena *arena, const char *answer,
                  struct html_pictures *pictures)
{
    static const char last[] = "</svg>";

    for (const char *at = strstr(answer, "<svg"); at; at = strstr(at, "<svg")) {
        const char *end = strstr(at, last);
        if (!end)
            return;
        end += sizeof(last) - 1;
        vec_push(arena, &pictures->items,
                 arena_strndup(arena, at, (size_t)(end - at)));
        at = end;
    }
}

struct html_pictures *html_draw(const struct report *report)
{
    const struct analysis *analysis = report->analysis;
    struct arena *arena = report->arena;
    struct text graphs = text_make(arena);
    struct html_pictures *pictures = arena_new(arena, struct html_pictures);
    const char *answer = NULL;
    size_t count = 0;

    pictures->first = arena_array(arena, size_t, analysis->finding_count + 1);
    for (size_t i = 0; i < analysis->finding_count; i++) {
        pictures->first[i] = count;
        add_automaton(&analysis->findings[i], i + 1, &graphs);
        for (size_t k = 0; k < analysis->findings[i].shape_count; k++)
            add_shape(report, i, k, &graphs);
        count += 1 + analysis->findings[i].shape_count;
    }
    if (report->draw && count != 0)
        answer = report->draw(arena, text_str(&graphs));
    if (answer)
        split(arena, answer, pictures);
    if (pictures->items.count != count)
        pictures->items.count = 0;
    return pictures;
}

static const char *picture(const struct html *html, size_t index)
{
    return index < html->pictures->items.count
               ? html->pictures->items.items[index]
               : NULL;
}

const char *html_automaton_picture(const struct html *html, size_t finding)
{
    return picture(html, html->pictures->first[finding]);
}

const char *html_shape_picture(const struct html *html, size_t finding,
                               size_t shape)
{
    return picture(html, html->pictures->first[finding] + 1 + shape);
}

static bool has_line(const struct shape_block *block, uint32_t line)
{
    for (size_t i = 0; i < block->line_count; i++)
        if (block->lines[i] == line)
            return true;
    return false;
}

const char *html_block_of(const struct html *html, size_t finding,
                          const struct event *event)
{
    const struct finding *about = &html->report->analysis->findings[finding];

    for (size_t i = 0; event->function && i < about->shape_count; i++) {
        const struct shape *shape = &about->shapes[i];
        if (strcmp(shape->function, event->function) != 0)
            continue;
        for (size_t k = 0; k < shape->block_count; k++)
            if (shape->blocks[k].is_passed &&
                has_line(&shape->blocks[k], event->place.line))
                return arena_format(html->report->arena, "%s-%zu",
                                    shape_name(html->report->arena, finding, i),
                                    k);
    }
    return "";
}
