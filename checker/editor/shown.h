/* shown.h - what the server found in a file, to be shown with what we found.
 *
 * A publication replaces all that its sender said of a file before, so one who
 * sends on behalf of two must remember both. The elements of the server stay
 * the bytes that they were, but for their ranges when the text has moved on.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_SHOWN_H
#define UNLOADCHECK_EDITOR_SHOWN_H

#include "editor/document.h"
#include "support/vec.h"

/* An element of the server, for the present version of the text. */
struct foreign {
    struct span element;
    struct span range_text; /* in it */
    struct text_range range;
    bool is_moved; /* from where the element says */
    bool is_lost;
};

struct shown {
    struct arena *arena; /* of the names and the elements */
    const char *path;
    const char *uri;
    struct vec_of(struct foreign) foreign;
    struct arena *ours_arena;
    const char *ours; /* what of ours was sent last: elements */
};

struct shown_files {
    struct arena *arena;
    struct vec_of(struct shown *) files;
};

void shown_init(struct shown_files *all, struct arena *arena);
void shown_release(struct shown_files *all);

/* NULL: nothing was sent about that file. */
struct shown *shown_find(const struct shown_files *all, const char *path);

/* As shown_find; makes it where there is none. `uri` NULL: of the path. */
struct shown *shown_get(struct shown_files *all, const char *path,
                        const char *uri);

/* Takes what the server found: elements for the version that it names, moved
 * along to that of the document, if that is open (else NULL). */
void shown_take(struct shown *shown, struct span elements, long long version,
                const struct document *document);

void shown_shift(struct shown *shown, const struct text_edit *edit);

/* Whether the elements of the server are where it said, all of them. */
bool shown_is_plain(const struct shown *shown);

/* The message that publishes the server's elements and ours under that URI;
 * `version` NULL: it names none. In `arena`. */
struct span shown_message(struct arena *arena, const struct shown *shown,
                          const char *uri, const char *ours,
                          const long long *version);

/* Remembers what of ours is shown now. */
void shown_note(struct shown *shown, const char *ours);

#endif
