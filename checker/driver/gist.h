/* gist.h - what of a text the pre-scan wants to know.
 *
 * Made from the text's outline (frontend/outline.h) and from what the rules
 * call things by, and kept in the pack of the run: a text that has not changed
 * is not read again. Words are only compared, so a hash stands for each; two
 * words with one hash make a file seem needed that is not.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_GIST_H
#define UNLOADCHECK_DRIVER_GIST_H

#include "support/digest.h"
#include "support/words.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct gists;
struct rule_set;
struct run_cache;

/* What words are to the rules, or-ed. */
enum gist_mark {
    MARK_PROTOCOL = 1, /* a function of one */
    MARK_ROOT = 2,     /* what routines are handed over by */
    MARK_ENTRY = 4,    /* an entry routine */
    MARK_PART = 8      /* pasted to another one it may be a MARK_PROTOCOL */
};

struct hashes vec_of(uint64_t);

struct gist {
    unsigned marks;      /* of all words in the text */
    bool is_unclear;     /* there may be more than what is said here */
    bool is_entry;       /* it defines an entry routine */
    bool pastes;         /* it makes words out of parts of words */
    bool hides_includes; /* it includes what a macro names */
    bool takes_own;      /* it hands on the address of a function of its own */
    struct words includes;
    struct hashes used;    /* words that others may define */
    struct hashes defined; /* words that others may use */
    struct hashes macros;
    struct hashes heads; /* functions, or what macros make them of */
};

/* In `arena`; `cache` may be NULL. */
struct gists *gists_make(struct arena *arena, const struct rule_set *rules,
                         const struct run_cache *cache);

/* Of a file; each is looked at once. */
const struct gist *gist_of_file(struct gists *gists, const char *path);

/* Of all that it says. */
struct digest gist_digest(const struct gist *gist);

/* Of a file that held what has that digest in an earlier run; NULL if that is
 * not known any more. */
const struct gist *gist_of_digest(struct gists *gists, struct digest digest);

struct gist *gist_of_text(struct gists *gists, const char *text, size_t size);

#endif
