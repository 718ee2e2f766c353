/* html_source.c - the source that a story goes through, call inside call.
 *
 * A story is a tree: routines that the system calls, in them calls of the
 * driver's own functions. Each of them is a frame, which shows the function's
 * lines with what happens at them; the frame of a call opens below the line
 * that makes it. Of a long function only the lines around the events are shown.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/html_priv.h"
#include "report/markup.h"
#include "report/source.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/text.h"
#include "support/vec.h"

#include <string.h>

enum { AROUND = 4, SHORT = 40 /* lines of a function that is shown whole */ };

struct frames vec_of(struct html_frame);

/* One finding, while its source is written. */
struct listing {
    const struct html *html;
    const struct finding *finding;
    const struct html_frames *frames;
    size_t number; /* of the finding, from 1 */
};

static bool is_same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* The first event behind the call at `index`. */
static size_t end_of_call(const struct finding *finding, size_t index,
                          size_t end)
{
    unsigned depth = finding->events[index].depth;
    size_t at = index + 1;

    while (at < end && finding->events[at].depth > depth)
        at++;
    return at;
}

static void find_calls(struct arena *arena, const struct finding *finding,
                       size_t frame, struct frames *frames, size_t *by_event)
{
    size_t end = frames->items[frame].end;
    size_t at = frames->items[frame].first;

    while (at < end) {
        by_event[at] = frame;
        at++;
        if (finding->events[at - 1].kind != EVENT_ENTER)
            continue;
        struct html_frame call = { .first = at,
                                   .end = end_of_call(finding, at - 1, end),
                                   .is_called = true };
        if (call.end == at)
            continue;
        call.function = finding->events[at].function;
        vec_push(arena, frames, call);
        find_calls(arena, finding, frames->count - 1, frames, by_event);
        at = call.end;
    }
}

/* Where the next routine begins, or something is said of another function. */
static size_t end_of_routine(const struct finding *finding, size_t first)
{
    size_t at = first + 1;

    while (at < finding->event_count &&
           finding->events[at].kind != EVENT_PHASE &&
           (finding->events[at].depth > 0 ||
            is_same(finding->events[at].function,
                    finding->events[first].function)))
        at++;
    return at;
}

struct html_frames html_frames_find(struct arena *arena,
                                    const struct finding *finding)
{
    struct frames frames = { NULL, 0, 0 };
    size_t *by_event = arena_array(arena, size_t, finding->event_count);

    for (size_t at = 0, end; at < finding->event_count; at = end) {
        end = end_of_routine(finding, at);
        struct html_frame frame = { at, end, finding->events[at].function,
                                    false };
        vec_push(arena, &frames, frame);
        find_calls(arena, finding, frames.count - 1, &frames, by_event);
    }
    return (struct html_frames){ frames.items, frames.count, by_event };
}

static const struct shape *shape_of(const struct finding *finding,
                                    const char *function)
{
    for (size_t i = 0; i < finding->shape_count; i++)
        if (is_same(finding->shapes[i].function, function))
            return &finding->shapes[i];
    return NULL;
}

/* The file and the lines that a frame is about. */
struct extent {
    const char *file;
    uint32_t first;
    uint32_t last;
    bool is_whole;
};

static void widen(struct extent *extent, struct place place)
{
    uint32_t first = place.line > AROUND ? place.line - AROUND : 1;

    if (!extent->file)
        *extent =
            (struct extent){ place.file, first, place.line + AROUND, false };
    if (strcmp(extent->file, place.file) != 0)
        return;
    if (first < extent->first)
        extent->first = first;
    if (place.line + AROUND > extent->last)
        extent->last = place.line + AROUND;
}

static struct extent extent_of(const struct listing *listing, size_t frame)
{
    const struct html_frame *at = &listing->frames->items[frame];
    const struct shape *shape = shape_of(listing->finding, at->function);
    struct extent extent = { NULL, 0, 0, false };

    if (shape && shape->place.file && shape->end.file &&
        strcmp(shape->place.file, shape->end.file) == 0 &&
        shape->end.line >= shape->place.line)
        return (struct extent){ shape->place.file, shape->place.line,
                                shape->end.line,
                                shape->end.line - shape->place.line < SHORT };
    for (size_t i = at->first; i < at->end; i++)
        if (listing->frames->by_event[i] == frame &&
            listing->finding->events[i].place.file)
            widen(&extent, listing->finding->events[i].place);
    return extent;
}

static bool is_at(const struct listing *listing, size_t event, size_t frame,
                  const struct extent *extent)
{
    struct place place = listing->finding->events[event].place;

    return listing->frames->by_event[event] == frame && place.file &&
           strcmp(place.file, extent->file) == 0;
}

static bool is_shown(const struct listing *listing, size_t frame,
                     const struct extent *extent, uint32_t line)
{
    const struct html_frame *at = &listing->frames->items[frame];

    if (extent->is_whole || line == extent->first)
        return true;
    for (size_t i = at->first; i < at->end; i++) {
        uint32_t near = listing->finding->events[i].place.line;
        if (is_at(listing, i, frame, extent) && line + AROUND >= near &&
            line <= near + AROUND)
            return true;
    }
    return false;
}

static void add_note(const struct listing *listing, size_t index)
{
    const struct finding *finding = listing->finding;
    const struct event *event = &finding->events[index];
    struct text *out = listing->html->out;

    text_addf(out,
              "<div class=\"remark\" data-event=\"%zu\"><span class=\"gutter\">"
              "</span>(%zu) ",
              index + 1, index + 1);
    if (finding->protocol && event->kind == EVENT_STEP && event->state >= 0) {
        text_add(out, "<b class=\"state\">");
        markup_add(finding->protocol->states[event->state].name, out);
        text_add(out, "</b> ");
    }
    markup_add(event->text, out);
    text_add(out, "</div>\n");
}

static void add_frame(const struct listing *listing, size_t frame);

/* The frame that the call at `event` opens, or 0. */
static size_t called_at(const struct listing *listing, size_t event)
{
    for (size_t i = 0; i < listing->frames->count; i++)
        if (listing->frames->items[i].is_called &&
            listing->frames->items[i].first == event + 1)
            return i;
    return 0;
}

static void add_call(const struct listing *listing, size_t event)
{
    struct text *out = listing->html->out;
    size_t called = called_at(listing, event);

    if (called == 0) {
        add_note(listing, event);
        return;
    }
    text_addf(out, "<details class=\"call\"><summary>(%zu) ", event + 1);
    markup_add(listing->finding->events[event].text, out);
    text_add(out, "</summary>\n");
    add_frame(listing, called);
    text_add(out, "</details>\n");
}

/* A line, with what happens there. */
static void add_line(const struct listing *listing, size_t frame,
                     const struct extent *extent, uint32_t number)
{
    const struct html_frame *at = &listing->frames->items[frame];
    struct source_line line;
    struct text *out = listing->html->out;

    if (!sources_line(listing->html->report->sources, extent->file, number,
                      &line))
        line = (struct source_line){ "", 0 };
    text_addf(out,
              "<div class=\"line\" id=\"line-%zu-%zu-%u\"><span "
              "class=\"gutter\">%5u</span><code>",
              listing->number, frame, number, number);
    markup_add_n(line.data, line.length, out);
    text_add(out, "</code></div>\n");
    for (size_t i = at->first; i < at->end; i++) {
        const struct event *event = &listing->finding->events[i];
        if (event->place.line != number || !is_at(listing, i, frame, extent))
            continue;
        if (event->kind == EVENT_ENTER)
            add_call(listing, i);
        else
            add_note(listing, i);
    }
}

/* What happens in another file than the function's: inside a macro of a header,
 * say. */
static void add_elsewhere(const struct listing *listing, size_t frame,
                          const struct extent *extent)
{
    const struct html_frame *at = &listing->frames->items[frame];

    for (size_t i = at->first; i < at->end; i++) {
        struct place place = listing->finding->events[i].place;
        struct extent own = { place.file, place.line, place.line, true };
        if (listing->frames->by_event[i] != frame || !place.file ||
            (strcmp(place.file, extent->file) == 0 &&
             place.line >= extent->first && place.line <= extent->last))
            continue;
        text_add(listing->html->out, "<div class=\"file\">");
        html_add_place(listing->html, place);
        text_add(listing->html->out, "</div>\n");
        add_line(listing, frame, &own, place.line);
    }
}

static void add_file(const struct listing *listing, size_t frame,
                     const char *file)
{
    const char *function = listing->frames->items[frame].function;
    struct text *out = listing->html->out;

    text_add(out, "<div class=\"frame\">\n<div class=\"file\">");
    if (function) {
        markup_add(function, out);
        text_add(out, ", ");
    }
    markup_add(report_path(listing->html->report, file), out);
    text_add(out, "</div>\n");
}

static void add_frame(const struct listing *listing, size_t frame)
{
    struct text *out = listing->html->out;
    struct extent extent = extent_of(listing, frame);
    bool is_gap = false;

    if (!extent.file)
        return;
    add_file(listing, frame, extent.file);
    for (uint32_t i = extent.first; i <= extent.last; i++) {
        if (!is_shown(listing, frame, &extent, i)) {
            is_gap = true;
            continue;
        }
        if (is_gap)
            text_add(out, "<div class=\"gap\">      ...</div>\n");
        is_gap = false;
        add_line(listing, frame, &extent, i);
    }
    add_elsewhere(listing, frame, &extent);
    text_add(out, "</div>\n");
}

void html_add_source(const struct html *html, size_t finding,
                     const struct html_frames *frames)
{
    struct listing listing = { html, &html->report->analysis->findings[finding],
                               frames, finding + 1 };

    text_addf(html->out,
              "<div class=\"source\" role=\"region\" tabindex=\"0\" "
              "aria-label=\"Source of finding %zu\">\n",
              finding + 1);
    for (size_t i = 0; i < frames->count; i++)
        if (!frames->items[i].is_called)
            add_frame(&listing, i);
    text_add(html->out, "</div>\n");
}
