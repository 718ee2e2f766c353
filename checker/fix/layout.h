/* layout.h - how the code around a fix is laid out, and edits in that way. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FIX_LAYOUT_H
#define UNLOADCHECK_FIX_LAYOUT_H

#include "fix/fix.h"
#include "fix/plan.h"
#include "fix/statements.h"
#include "support/text.h"

struct edits vec_of(struct edit);

struct layout {
    struct arena *arena;
    const struct sketch *sketch;
    const char *newline;
    const char *unit;      /* one step to the right */
    bool has_brackets;     /* around one statement, too */
    bool brackets_go_down; /* to a line of their own */
};

/* What the file does most often. */
struct layout layout_of(const struct sketch *sketch,
                        const struct statement *body);

/* The blanks that the token's line starts with. */
const char *layout_indent(const struct layout *layout, size_t token);

/* Adds the calls of a plan, as whole lines. */
void layout_add_plan(const struct layout *layout, const char *indent,
                     const struct plan *plan, const char *argument,
                     struct text *out);

/* The same below `if (condition)`. */
void layout_add_guarded(const struct layout *layout, const char *indent,
                        const char *condition, const struct plan *plan,
                        const char *argument, struct text *out);

/* Where a statement stands, for what is put beside it. */
struct spot {
    const struct statement *statement;
    const char *indent; /* of what stands beside it */
    const char *outer;  /* where it is bare: of what it belongs to */
    bool is_bare;       /* and gets brackets */
};

/* False if nothing can be put there: something else is on its line. */
bool layout_spot(const struct layout *layout, const struct statement *statement,
                 struct spot *spot);

/* Edits that put whole lines before and after the statement, and another text
 * in its place; each may be NULL. */
void layout_rewrite(const struct layout *layout, const struct spot *spot,
                    const char *before, const char *instead, const char *after,
                    struct edits *edits);

/* Edits that put whole lines at the start of a block, indented as `indent`
 * says; false if its bracket does not end its line. */
const char *layout_inside(const struct layout *layout,
                          const struct statement *block);
bool layout_open(const struct layout *layout, const struct statement *block,
                 const char *lines, struct edits *edits);

/* Edits that put the statements from one to another of the same block below a
 * condition. */
void layout_enclose(const struct layout *layout, const struct statement *first,
                    const struct statement *last, const char *condition,
                    struct edits *edits);

/* Edits that take the statement away, with its line. */
bool layout_remove(const struct layout *layout,
                   const struct statement *statement, struct edits *edits);

#endif
