/* html_path.c - one finding: its states, its events, and the source.
 *
 * The source is shown file by file, in the order in which the story comes to
 * them, with a few lines around each event; lines between are left out. The
 * script (page.js) finds the line of an event by its id.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/html_priv.h"
#include "report/markup.h"
#include "report/source.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/text.h"

#include <string.h>

enum { AROUND = 4 /* lines shown before and behind that of an event */ };

/* The path being written. */
struct path {
    const struct report *report;
    const struct finding *finding;
    size_t number; /* from 1 */
    struct text *out;
};

static void add_states(const struct path *path)
{
    const struct protocol *protocol = path->finding->protocol;
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
}

/* The first event of the file: its number tells the file in ids. */
static size_t file_number(const struct finding *finding, const char *file)
{
    for (size_t i = 0; i < finding->event_count; i++)
        if (finding->events[i].place.file &&
            strcmp(finding->events[i].place.file, file) == 0)
            return i;
    return 0;
}

static void add_event(const struct path *path, size_t index)
{
    const struct event *event = &path->finding->events[index];
    struct text *out = path->out;

    text_addf(out, "<li class=\"depth-%u\"><button type=\"button\" ",
              event->depth < 6 ? event->depth : 6);
    if (event->state >= 0)
        text_addf(out, "data-state=\"%d\" ", event->state);
    if (event->place.file)
        text_addf(out, "data-line=\"line-%zu-%zu-%u\"", path->number,
                  file_number(path->finding, event->place.file),
                  event->place.line);
    text_addf(out, "><span class=\"number\">%zu</span> ", index + 1);
    markup_add(event->text, out);
    if (event->refers_to != 0)
        text_addf(out, " (see %zu)", event->refers_to);
    text_add(out, " <span class=\"place\">");
    html_add_place(path->report, event->place, out);
    text_add(out, "</span></button></li>\n");
}

/* Whether an event of the file is near to the line. */
static bool is_shown(const struct finding *finding, const char *file,
                     uint32_t line)
{
    for (size_t i = 0; i < finding->event_count; i++) {
        struct place place = finding->events[i].place;
        if (place.file && strcmp(place.file, file) == 0 &&
            line + AROUND >= place.line && line <= place.line + AROUND)
            return true;
    }
    return false;
}

static uint32_t last_shown(const struct finding *finding, const char *file)
{
    uint32_t last = 0;

    for (size_t i = 0; i < finding->event_count; i++) {
        struct place place = finding->events[i].place;
        if (place.file && strcmp(place.file, file) == 0 && place.line > last)
            last = place.line;
    }
    return last + AROUND;
}

static void add_line(const struct path *path, size_t file, uint32_t number,
                     struct source_line line)
{
    text_addf(path->out,
              "<span class=\"line\" id=\"line-%zu-%zu-%u\"><span "
              "class=\"gutter\">%5u</span> ",
              path->number, file, number, number);
    markup_add_n(line.data, line.length, path->out);
    text_add(path->out, "\n</span>");
}

static void add_file(const struct path *path, const char *file, size_t number)
{
    uint32_t last = last_shown(path->finding, file);
    struct source_line line;
    bool is_gap = false;

    text_add(path->out, "<h3>");
    markup_add(report_path(path->report, file), path->out);
    text_add(path->out, "</h3>\n<pre><code>");
    for (uint32_t i = 1; i <= last; i++) {
        if (!is_shown(path->finding, file, i)) {
            is_gap = true;
            continue;
        }
        if (!sources_line(path->report->sources, file, i, &line))
            break;
        if (is_gap)
            text_add(path->out, "<span class=\"gap\">      ...\n</span>");
        is_gap = false;
        add_line(path, number, i, line);
    }
    text_add(path->out, "</code></pre>\n");
}

static void add_source(const struct path *path)
{
    text_addf(path->out,
              "<div class=\"source\" role=\"region\" tabindex=\"0\" "
              "aria-label=\"Source of finding %zu\">\n",
              path->number);
    for (size_t i = 0; i < path->finding->event_count; i++) {
        const char *file = path->finding->events[i].place.file;
        if (file && file_number(path->finding, file) == i)
            add_file(path, file, i);
    }
    text_add(path->out, "</div>\n");
}

static void add_title(const struct path *path)
{
    const struct finding *finding = path->finding;
    const char *severity = report_severity(finding->severity);
    struct text *out = path->out;

    text_addf(out,
              "<article class=\"finding\" id=\"finding-%zu\" tabindex=\"-1\">"
              "\n<h2><span class=\"%s\">%s</span> ",
              path->number, severity, severity);
    markup_add(report_message(path->report, finding), out);
    text_add(out, "</h2>\n<p>");
    html_add_place(path->report, finding->place, out);
    text_add(out, ", rule ");
    markup_add(finding->rule->id, out);
    text_add(out, ": ");
    markup_add(finding->rule->summary, out);
    text_add(out, "</p>\n");
}

void html_add_path(const struct report *report, size_t index, struct text *out)
{
    const struct finding *finding = &report->analysis->findings[index];
    struct path path = { report, finding, index + 1, out };

    add_title(&path);
    if (finding->event_count != 0) {
        text_add(out, "<div class=\"walk\">\n<div>\n");
        add_states(&path);
        text_add(out, "<ol class=\"events\">\n");
        for (size_t i = 0; i < finding->event_count; i++)
            add_event(&path, i);
        text_add(out, "</ol>\n</div>\n");
        add_source(&path);
        text_add(out, "</div>\n");
    }
    text_add(out, "</article>\n");
}
