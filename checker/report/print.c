/* print.c - the text form, from the first line of a finding to its last event.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/print.h"

#include "engine/finding.h"
#include "fix/fix.h"
#include "report/excerpt.h"
#include "report/palette.h"
#include "report/source.h"
#include "support/arena.h"
#include "support/text.h"

#include <stdio.h>
#include <string.h>

enum {
    DEPTH_INDENT = 2,
    DEEPEST = 20, /* calls further in than this stand where this one does */
    EVENT_INDENT = 2,
    EXCERPT_INDENT = 4
};

static const char *const severity_names[] = {
    [SEVERITY_NOTE] = "note",
    [SEVERITY_WARNING] = "warning",
    [SEVERITY_ERROR] = "error",
};

/* What all parts of one report need. */
struct printer {
    const struct print_options *options;
    const struct palette *palette;
    struct sources *sources;
    struct text *out;
};

static void add_place(struct place place, struct text *out)
{
    text_add(out, place.file ? place.file : "unloadcheck");
    if (place.file && place.line != 0)
        text_addf(out, ":%u", place.line);
    if (place.file && place.line != 0 && place.column != 0)
        text_addf(out, ":%u", place.column);
    text_add_char(out, ':');
}

static void add_headline(const struct printer *printer, struct place place,
                         enum severity severity, const char *prefix,
                         const char *message)
{
    const struct palette *palette = printer->palette;
    struct text *out = printer->out;

    text_add(out, palette->strong);
    add_place(place, out);
    text_addf(out, "%s %s%s:%s %s%s%s%s", palette->plain,
              palette->severity[severity], severity_names[severity],
              palette->plain, palette->strong, prefix, message, palette->plain);
}

static size_t depth_indent(const struct event *event)
{
    return DEPTH_INDENT * (event->depth < DEEPEST ? event->depth : DEEPEST);
}

static bool is_same_place(struct place a, struct place b)
{
    return a.file == b.file && a.line == b.line && a.column == b.column;
}

/* The sentence may name the event it stands on; where it does not, this does.
 */
static void add_reference(size_t number, const char *sentence, struct text *out)
{
    char reference[32];

    if (number == 0)
        return;
    snprintf(reference, sizeof(reference), "(%zu)", number);
    if (!strstr(sentence, reference))
        text_addf(out, ", see %s", reference);
}

static void print_event(const struct printer *printer, size_t number,
                        const struct event *event)
{
    const struct palette *palette = printer->palette;
    struct text *out = printer->out;

    text_addf(out, "%*s%s(%zu)%s ", (int)(EVENT_INDENT + depth_indent(event)),
              "", palette->number, number, palette->plain);
    if (event->place.file) {
        add_place(event->place, out);
        text_add_char(out, ' ');
    }
    text_add(out, event->text);
    add_reference(event->refers_to, event->text, out);
    text_add_char(out, '\n');
}

static void print_story(const struct printer *printer,
                        const struct finding *finding)
{
    struct place shown = finding->place;

    for (size_t i = 0; i < finding->event_count; i++) {
        const struct event *event = &finding->events[i];
        print_event(printer, i + 1, event);
        if (!is_same_place(event->place, shown))
            excerpt_add(printer->sources, event->place,
                        EXCERPT_INDENT + depth_indent(event), printer->palette,
                        printer->out);
        shown = event->place;
    }
}

/* The images that share the fault, where there are several in the run. */
static void print_images(const struct finding *finding, struct text *out)
{
    for (size_t i = 0; i < finding->image_count; i++)
        text_addf(out, "%s'%s'", i == 0 ? "  in " : ", ", finding->images[i]);
    if (finding->image_count != 0)
        text_add_char(out, '\n');
}

static void print_finding(const struct printer *printer,
                          const struct finding *finding)
{
    add_headline(printer, finding->place, finding->severity,
                 finding->is_possible ? "possible: " : "", finding->message);
    text_addf(printer->out, " [%s]\n", finding->rule->id);
    if (printer->options->is_brief)
        return;
    excerpt_add(printer->sources, finding->place, 0, printer->palette,
                printer->out);
    print_images(finding, printer->out);
    print_story(printer, finding);
    if (finding->fix)
        text_addf(printer->out, "  fix: %s\n", finding->fix->title);
}

static void print_limit(const struct printer *printer,
                        const struct limit *limit)
{
    add_headline(printer, limit->place, SEVERITY_WARNING,
                 "analysis gave up: ", limit->text);
    text_add_char(printer->out, '\n');
    if (!printer->options->is_brief)
        excerpt_add(printer->sources, limit->place, 0, printer->palette,
                    printer->out);
}

void print_analysis(const struct analysis *analysis,
                    const struct print_options *options, struct text *out)
{
    struct arena *arena = arena_open();
    struct printer printer = {
        .options = options,
        .palette = palette_choose(options->color),
        .sources = sources_make(arena),
        .out = out,
    };

    for (size_t i = 0; i < analysis->finding_count; i++)
        print_finding(&printer, &analysis->findings[i]);
    for (size_t i = 0; i < analysis->limit_count; i++)
        print_limit(&printer, &analysis->limits[i]);
    arena_close(arena);
}
