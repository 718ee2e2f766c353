/* html_priv.h - the parts of the pages, for the files that make them. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_HTML_PRIV_H
#define UNLOADCHECK_REPORT_HTML_PRIV_H

#include "report/report.h"

#include <stddef.h>

struct text;

/* What is the same on all pages. */
struct html {
    const struct report *report;
    struct text *out;
    bool is_site; /* each finding has a page of its own */
    const struct html_pictures *pictures;
};

/* html.c: adds "FILE:LINE:COLUMN"; nothing for a place in no file. */
void html_add_place(const struct html *html, struct place place);
/* Where the finding of that index is to be read, as a link says it. */
void html_add_target(const struct html *html, size_t index);

/* html_index.c: the tables of findings, by driver, rule and file, and what is
 * to be known about the analysis. */
void html_add_index(const struct html *html);

/* html_proof.c: the registrations, each with what its verdict stands on. */
void html_add_proofs(const struct html *html);

/* html_path.c: adds the article about the finding of that index. */
void html_add_path(const struct html *html, size_t index);

/* html_graph.c: pictures of the automata and functions of all findings, as the
 * report's `draw` makes them; none where it cannot. */
struct html_pictures *html_draw(const struct report *report);
/* NULL where there is none. */
const char *html_automaton_picture(const struct html *html, size_t finding);
const char *html_shape_picture(const struct html *html, size_t finding,
                               size_t shape);
/* The name of a block in its picture, "" if the event is in none. */
const char *html_block_of(const struct html *html, size_t finding,
                          const struct event *event);

/* A stretch of a story in one call of one function. */
struct html_frame {
    size_t first; /* event */
    size_t end;
    const char *function; /* or NULL */
    bool is_called;       /* by the driver: it opens inside another */
};

struct html_frames {
    struct html_frame *items;
    size_t count;
    size_t *by_event; /* index of the frame it happens in */
};

/* html_source.c */
struct html_frames html_frames_find(struct arena *arena,
                                    const struct finding *finding);
void html_add_source(const struct html *html, size_t finding,
                     const struct html_frames *frames);

#endif
