/* html_path.c - one finding: its automaton, its events, the source, and the
 * functions as graphs.
 *
 * The script (page.js) finds the line, the state and the block of an event by
 * their ids; without it everything is there, too.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/html_priv.h"
#include "report/markup.h"
#include "rules/rules.h"
#include "support/text.h"

/* The path being written. */
struct path {
    const struct html *html;
    const struct finding *finding;
    size_t index;
    struct html_frames frames;
    struct text *out;
};

static void add_states(const struct path *path)
{
    const struct protocol *protocol = path->finding->protocol;
    const char *picture = html_automaton_picture(path->html, path->index);
    struct text *out = path->out;

    if (!protocol)
        return;
    text_add(out, "<p class=\"of\">");
    markup_add(protocol->object, out);
    text_add_char(out, ' ');
    markup_add(path->finding->handle ? path->finding->handle : "", out);
    text_add(out, "</p>\n<ol class=\"states\">\n");
    for (size_t i = 0; i < protocol->state_count; i++) {
        text_addf(out, "<li data-state=\"%zu\"><b>", i);
        markup_add(protocol->states[i].name, out);
        text_add(out, "</b> ");
        markup_add(protocol->states[i].meaning, out);
        text_add(out, "</li>\n");
    }
    text_add(out, "</ol>\n");
    if (picture)
        text_addf(out, "<div class=\"automaton\">%s</div>\n", picture);
}

static void add_event(const struct path *path, size_t index)
{
    const struct event *event = &path->finding->events[index];
    struct text *out = path->out;

    text_addf(out,
              "<li class=\"depth-%u\"><button type=\"button\" "
              "data-block=\"%s\" ",
              event->depth < 6 ? event->depth : 6,
              html_block_of(path->html, path->index, event));
    if (event->state >= 0)
        text_addf(out, "data-state=\"%d\" ", event->state);
    if (event->place.file)
        text_addf(out, "data-line=\"line-%zu-%zu-%u\"", path->index + 1,
                  path->frames.by_event[index], event->place.line);
    text_addf(out, "><span class=\"number\">%zu</span> ", index + 1);
    markup_add(event->text, out);
    if (event->refers_to != 0)
        text_addf(out, " (see %zu)", event->refers_to);
    text_add(out, " <span class=\"place\">");
    html_add_place(path->html, event->place);
    text_add(out, "</span></button></li>\n");
}

static void add_ways(const struct shape_block *block, struct text *out)
{
    if (block->edge_count == 0)
        text_add(out, ": leaves the function");
    for (size_t i = 0; i < block->edge_count; i++) {
        const struct shape_edge *edge = &block->edges[i];
        text_add(out, i == 0 ? ": to " : ", ");
        text_addf(out, edge->is_taken ? "<b>%u</b>" : "%u", edge->to + 1);
        if (edge->label) {
            text_add(out, " (");
            markup_add(edge->label, out);
            text_add(out, ")");
        }
    }
}

/* The same in words, where there is no picture. */
static void add_block_list(const struct path *path, size_t shape_index)
{
    const struct shape *shape = &path->finding->shapes[shape_index];
    struct text *out = path->out;

    text_add(out, "<ol class=\"blocks\">\n");
    for (size_t i = 0; i < shape->block_count; i++) {
        const struct shape_block *block = &shape->blocks[i];
        text_addf(out, "<li id=\"shape-%zu-%zu-%zu\" class=\"%s\">",
                  path->index + 1, shape_index + 1, i,
                  block->is_passed ? "passed" : "other");
        text_add(out, block->line_count != 0 ? "lines" : "nothing");
        for (size_t k = 0; k < block->line_count; k++)
            text_addf(out, "%s%u", k == 0 ? " " : ", ", block->lines[k]);
        add_ways(block, out);
        text_add(out, "</li>\n");
    }
    text_add(out, "</ol>\n");
}

static void add_shapes(const struct path *path)
{
    const struct finding *finding = path->finding;
    struct text *out = path->out;

    for (size_t i = 0; i < finding->shape_count; i++) {
        const char *picture = html_shape_picture(path->html, path->index, i);
        text_add(out, "<details class=\"shape\"><summary>");
        markup_add(finding->shapes[i].function, out);
        text_add(out, " as a graph, with the path</summary>\n");
        if (picture)
            text_addf(out,
                      "<div class=\"graph\" role=\"region\" "
                      "tabindex=\"0\" aria-label=\"Graph %zu of finding "
                      "%zu\">%s</div>\n",
                      i + 1, path->index + 1, picture);
        else
            add_block_list(path, i);
        text_add(out, "</details>\n");
    }
}

static void add_title(const struct path *path)
{
    const struct finding *finding = path->finding;
    const char *severity = report_severity(finding->severity);
    struct text *out = path->out;

    text_addf(out,
              "<article class=\"finding\" id=\"finding-%zu\" "
              "data-automaton=\"automaton-%zu\" tabindex=\"-1\">\n"
              "<h2><span class=\"%s\">%s</span> ",
              path->index + 1, path->index + 1, severity, severity);
    markup_add(report_message(path->html->report, finding), out);
    text_add(out, "</h2>\n<p>");
    html_add_place(path->html, finding->place);
    text_add(out, ", rule ");
    markup_add(finding->rule->id, out);
    text_add(out, ": ");
    markup_add(finding->rule->summary, out);
    text_add(out, "</p>\n");
}

void html_add_path(const struct html *html, size_t index)
{
    const struct finding *finding = &html->report->analysis->findings[index];
    struct path path = { html, finding, index,
                         html_frames_find(html->report->arena, finding),
                         html->out };

    add_title(&path);
    if (finding->event_count != 0) {
        text_add(path.out, "<div class=\"walk\">\n<div>\n");
        add_states(&path);
        text_add(path.out, "<ol class=\"events\">\n");
        for (size_t i = 0; i < finding->event_count; i++)
            add_event(&path, i);
        text_add(path.out, "</ol>\n</div>\n");
        html_add_source(html, index, &path.frames);
        text_add(path.out, "</div>\n");
        add_shapes(&path);
    }
    text_add(path.out, "</article>\n");
}
