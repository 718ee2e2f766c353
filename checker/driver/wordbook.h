/* wordbook.h - in which texts the words of the pre-scan stand.
 *
 * An edit of a source file changes what words stand in it, but hardly ever
 * which files matter: for that a word must lead to another file, or come from
 * one. Who else has a word is what a wordbook says; where it does not know it
 * names more texts rather than fewer. Words are hashes, as in driver/gist.h.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_WORDBOOK_H
#define UNLOADCHECK_DRIVER_WORDBOOK_H

#include "support/digest.h"
#include "support/vec.h"

#include <stdbool.h>
#include <stdint.h>

struct coder;
struct gist;
struct store;
struct wordbook;

/* Of a text that is none of those with a number. */
#define WORDBOOK_OTHER (UINT32_MAX - 1)

/* An empty one. */
struct wordbook *wordbook_make(struct arena *arena);

/* Adds the words of the text that has the number. */
void wordbook_add(struct wordbook *book, const struct gist *gist,
                  uint32_t text);

/* Whether the same files matter where the text, which is a source file that no
 * other includes, has the gist `now` instead of `before`. */
bool wordbook_same(const struct wordbook *book, const struct gist *before,
                   const struct gist *now, uint32_t text);

/* Keeps all words in the pack of the store; what is added after that is for
 * wordbook_code. */
void wordbook_keep(struct wordbook *book, const struct store *store);

/* Either way: which words are kept, and what was added since. */
void wordbook_code(struct wordbook *book, struct coder *coder);

/* What was kept; false: it is not there any more. */
bool wordbook_open(struct wordbook *book, const struct store *store);

#endif
