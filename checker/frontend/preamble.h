/* preamble.h - headers of the system that many files begin with, parsed once.
 *
 * What a file includes before it says anything of its own means the same in
 * each file with the same flags, so it is kept as a precompiled header. That is
 * only done with the built-in headers, in C, and only where nobody can tell: if
 * the parser has anything to say about the file, it is parsed once more as if
 * there were no preamble.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_PREAMBLE_H
#define UNLOADCHECK_FRONTEND_PREAMBLE_H

#include <stddef.h>

struct arena;
struct arguments;
struct capture_options;
struct preambles;
struct store;

/* In `arena`, until they are closed. They are files of the store; `around` is
 * what they depend on beside the flags and what is included: the parser and the
 * contents of `headers`, the folder of the built-in ones. */
struct preambles *preambles_open(struct arena *arena, const struct store *store,
                                 const char *around, const char *headers);
void preambles_close(struct preambles *preambles);

/* From now on who asks for one that is being made waits for it. That pays where
 * there are more files than threads; else the file is parsed without sooner. */
void preambles_wait(struct preambles *preambles);

/* Looks at a file that will be captured, with the arguments of capture_file.
 * What two such files begin with is made for the first that asks for it. */
void preambles_expect(struct preambles *preambles, const char *path,
                      const char *const *arguments, size_t count,
                      const struct capture_options *options);

/* The precompiled header of what the text, which is that of the file `path`,
 * begins with; NULL if there is none. Where it was not expected it is made when
 * a second file asks for it. In `arena`. May be called by several threads. */
const char *preamble_find(struct preambles *preambles, struct arena *arena,
                          const struct arguments *arguments, const char *path,
                          const char *text);

#endif
