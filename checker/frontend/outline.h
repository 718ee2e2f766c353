/* outline.h - what a text uses and what it defines, without parsing it.
 *
 * Comments and literals are left out, macros are not expanded, all branches of
 * #if count. A word is used where it stands in a body, in an initial value,
 * between parentheses or in what a macro stands for; what is only declared is
 * not used. More may be said to be used and defined than is; where less could
 * be, the outline is unclear.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_OUTLINE_H
#define UNLOADCHECK_FRONTEND_OUTLINE_H

#include "support/words.h"

#include <stdbool.h>

struct map;
struct strings;

/* What a word is in a text, or-ed. */
enum outline_word {
    OUTLINE_USED = 1,
    OUTLINE_TAKEN = 2,   /* used, and not called */
    OUTLINE_DEFINED = 4, /* a function or variable that other files may see */
    OUTLINE_HEAD = 8,    /* stands before '(' outside of bodies: a function, or
                            a macro */
    OUTLINE_MACRO = 16,  /* a macro */
    OUTLINE_INLINE = 32  /* defined for whoever includes the text */
};

struct outline {
    struct map *words;     /* interned, to outline_word as a pointer */
    struct words includes; /* names that are included */
    bool pastes;           /* makes words out of parts of words */
    bool is_unclear;
    bool hides_includes; /* includes what a macro names */
};

unsigned outline_of(const struct outline *outline, const char *word);

/* Lives in `arena`, its words in `strings`. */
struct outline *outline_make(struct arena *arena, struct strings *strings,
                             const char *text, size_t size);

#endif
