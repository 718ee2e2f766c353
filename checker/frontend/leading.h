/* leading.h - the headers of the system that a text includes first. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_LEADING_H
#define UNLOADCHECK_FRONTEND_LEADING_H

struct arena;
struct arguments;

/* The built-in headers, those of the folder `headers`, that the text of the
 * file `path` includes before anything else is said, in the file or in headers
 * of its own that it includes: a line for each, in order. NULL if there are
 * none. */
const char *leading_includes(struct arena *arena,
                             const struct arguments *arguments,
                             const char *headers, const char *path,
                             const char *text);

#endif
