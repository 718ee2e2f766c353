/* propose_priv.h - the ways to propose, and what they share. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FIX_PROPOSE_PRIV_H
#define UNLOADCHECK_FIX_PROPOSE_PRIV_H

#include "engine/finding.h"
#include "fix/layout.h"
#include "fix/propose.h"

struct proposing {
    struct arena *arena;
    const struct rule_set *rules;
    struct sketches *sketches;
    const struct finding *finding;
    struct fixes fixes;
};

/* A place in the text of a function. */
struct site {
    const struct sketch *sketch;
    size_t token;
    struct statement *body;
    struct statement *statement; /* the innermost around it */
    struct layout layout;
};

/* A call of a protocol, as it is written. */
struct written {
    const struct protocol_call *call;
    size_t name; /* tokens */
    size_t close;
    size_t first; /* of the argument that is the object */
    size_t last;
    const char *argument; /* its text; it may be written again elsewhere */
};

/* site.c */

/* False if nothing can be done there. */
bool site_at(struct proposing *proposing, struct place place,
             struct site *site);

/* The call of a protocol that the token names; false if that is none, or its
 * argument is no plain name of a thing. */
bool site_call(const struct proposing *proposing, const struct site *site,
               size_t token, struct written *written);

/* The text of some tokens, on one line, if to evaluate it once more changes
 * nothing and gives the same; else NULL. */
const char *site_plain(const struct sketch *sketch, size_t first, size_t last);

/* Whether the statement is the call alone, its result dropped. */
bool site_is_dropped(const struct site *site, const struct statement *statement,
                     const struct written *written);

/* The variable that the statement puts the result of the call in; or NULL. */
const char *site_result(const struct site *site,
                        const struct statement *statement,
                        const struct written *written);

/* Whether to look at it needs nothing that may not be there either: a pointer
 * would have to be asked about first. */
bool can_be_asked(const char *argument);

/* A text of the rules with {value} filled in. */
const char *fill_value(struct arena *arena, const char *form,
                       const char *value);

/* The form in which the tokens say that `value` is a failure; or NULL. */
const char *site_failure(const struct proposing *proposing,
                         const struct site *site, size_t first, size_t last,
                         const char *value);

/* Adds a proposal. */
void propose(struct proposing *proposing, const struct site *site,
             const struct edits *edits, const char *title);

/* The steps of a plan as a title has them: "call 'A' and 'B' for 'X'". */
const char *title_of(struct arena *arena, const struct plan *plan,
                     const char *handle);

/* The event before which the object had another state; NULL if none. */
const struct event *last_step(const struct finding *finding,
                              const struct event *before);

/* The ways: */
void propose_rest(struct proposing *proposing);    /* propose_rest.c */
void propose_instead(struct proposing *proposing); /* propose_instead.c */
void propose_end(struct proposing *proposing);     /* propose_end.c */
void propose_guard(struct proposing *proposing);   /* propose_guard.c */
void propose_later(struct proposing *proposing);   /* propose_later.c */
void propose_kind(struct proposing *proposing);    /* propose_kind.c */

/* Edits that do the rest of what a call started, behind its statement or with
 * its result as the condition; false if the statement has no such form. */
bool rest_edits(const struct site *site, const struct written *written,
                const char *when, const struct plan *rest, struct edits *edits);

#endif
