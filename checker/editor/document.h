/* document.h - the texts that the editor has open, as it sees them.
 *
 * Kept from the notifications that it sends, so that what is analysed is what
 * is on the screen and not what was saved. The edits are remembered until
 * everybody who speaks of an older version has been heard.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_DOCUMENT_H
#define UNLOADCHECK_EDITOR_DOCUMENT_H

#include "editor/position.h"
#include "support/vec.h"

struct past_edit {
    long long version; /* that it led to */
    bool is_whole;     /* the text was replaced, and no place is what it was */
    struct text_edit edit;
};

struct document {
    struct arena *arena; /* of the names */
    const char *uri;     /* as the editor wrote it */
    const char *path;    /* see uri_path */
    long long version;
    struct span text; /* in an arena of its own, which each change replaces */
    struct arena *text_arena;
    struct vec_of(struct past_edit) past; /* oldest first */
    long long known_from; /* what led to this version is forgotten */
    struct arena *past_arena;
};

struct documents {
    struct arena *arena;
    struct vec_of(struct document *) open;
};

void documents_init(struct documents *documents, struct arena *arena);
void documents_release(struct documents *documents);

/* Opens it, or opens it anew; `item` is a TextDocumentItem. NULL if that is not
 * the text of a file: then nobody here cares. */
struct document *documents_open(struct documents *documents, struct span item);
void documents_close(struct documents *documents, const char *path);

/* NULL: it is not open. */
struct document *documents_find(const struct documents *documents,
                                const char *path);

/* Applies the content changes of a notification, in their order; each is noted
 * in `past`, and told to `moved` when it is done: `edit` NULL where the whole
 * text was replaced. What is no change is left out. */
typedef void document_moved(void *data, const struct document *document,
                            const struct text_edit *edit);
void document_change(struct document *document, long long version,
                     struct span changes, enum encoding encoding,
                     document_moved *moved, void *data);

/* Moves a range from a version of the text to the present one. False if it was
 * changed, or if that is not known any more. */
bool document_catch_up(const struct document *document, long long version,
                       struct text_range *range);

/* Forgets the edits that led up to that version. */
void document_forget(struct document *document, long long version);

#endif
