/* answer.h - what an analysis has to say about the texts in the editor.
 *
 * Made on the thread of the analysis, for the versions of the texts that it
 * saw; from then on the session moves its places along with each edit, until
 * the next answer is there.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_ANSWER_H
#define UNLOADCHECK_EDITOR_ANSWER_H

#include "editor/position.h"
#include "rules/rules.h"
#include "support/vec.h"

/* A place in a file, by its full path; NULL: nowhere. */
struct spot {
    const char *path;
    struct text_range range;
    bool is_lost; /* what stood there was changed since */
};

/* An event of a finding's story. */
struct remark {
    struct spot spot;
    const char *text;
};

/* A text to be put in place of another one. */
struct replacement {
    struct spot spot;
    const char *text;
};

/* A finding. */
struct notice {
    struct spot spot;
    enum severity severity;
    const char *rule;
    const char *message;
    const char *reference; /* a page about it, or NULL */
    struct vec_of(struct remark) story;
    const char *fix; /* what the fix does, as a title; NULL: there is none */
    struct vec_of(struct replacement) fix_parts;
};

/* Something to be shown at a place: where something is registered, with why it
 * is right or not; above a routine; behind a call. */
struct label {
    struct spot spot;
    const char *title; /* one line */
    const char *text;  /* lines of Markdown; NULL: there is no more to say */
};

struct labels vec_of(struct label);

/* A text as it was analysed. */
struct seen {
    const char *path;
    long long version;
};

struct answer {
    struct arena *arena; /* of all that follows, and of this */
    struct vec_of(struct seen) seen;
    unsigned number; /* of the snapshot that it is about */
    bool is_final;   /* no other one about that will come */
    bool is_torn;    /* a file has changed since it was analysed */
    struct vec_of(struct notice) notices;
    struct labels registrations;
    struct labels routines; /* that must leave nothing behind */
    struct labels results;  /* what a call gave, on the way to a finding */
};

struct answer *answer_make(void);

/* NULL is allowed. */
void answer_close(struct answer *answer);

/* Moves what is in the file along with an edit of it; NULL: all of it is
 * lost. */
void answer_shift(struct answer *answer, const char *path,
                  const struct text_edit *edit);

/* Loses what is shown in the file. */
void answer_forget(struct answer *answer, const char *path);

#endif
