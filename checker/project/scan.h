/* scan.h - the names in a source file, without a compiler.
 *
 * What a file defines and which names occur in it decides which files belong
 * together, as it does for a linker. Conditional parts are all read, so there
 * may be more of both than in one configuration.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_SCAN_H
#define UNLOADCHECK_PROJECT_SCAN_H

#include "support/digest.h"
#include "support/words.h"

#include <stdbool.h>

struct map;
struct strings;

/* A function or variable with the class or namespace it is qualified by. */
struct defined {
    const char *name;  /* interned */
    const char *scope; /* interned, or NULL */
};

struct inclusion {
    const char *name; /* as it is written, with '/' */
    bool is_quoted;
};

/* The maps are sets of interned names: their values mean nothing. */
struct scan {
    struct vec_of(struct defined) defined;
    struct map *declared;  /* without a body: prototypes, extern variables */
    struct map *used;      /* inside bodies, initial values and macros */
    struct map *mentioned; /* anywhere */
    struct vec_of(struct inclusion) included;
};

/* Whether one of the names stands anywhere in the text. */
bool scan_mentions(const char *text, const struct words *names);

/* Of all that a scan says: texts with the same are alike to whoever asks what
 * belongs together. */
struct digest scan_digest(const struct scan *scan);

/* What is in the text. */
struct scan scan_text(struct arena *arena, struct strings *strings,
                      const char *text);

#endif
