/* contents.h - what the files and folders of the disk hold, asked once a run.
 *
 * Many units are made from the same headers: each is read once to know whether
 * it is still what it was. What one run learnt is good for the next one, where
 * the stamp (support/file.h) is the same then. All questions may be asked by
 * several threads.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_CACHE_CONTENTS_H
#define UNLOADCHECK_CACHE_CONTENTS_H

#include "support/digest.h"

struct arena;
struct contents;
struct text;

/* Lives in the arena until it is closed; the arena is nobody else's. */
struct contents *contents_open(struct arena *arena);
void contents_close(struct contents *contents);

/* False if there is no such file, or it cannot be read. */
bool contents_of_file(struct contents *contents, const char *path,
                      struct digest *digest);

/* Of the names in a folder that end in one of a list of extensions, in any
 * case. `names` is ".h,.hpp:FOLDER"; an extension may be empty. There are none
 * in a folder that is not there. */
struct digest contents_of_names(struct contents *contents, const char *names);

/* Of all files below a folder: their names and what is in them. */
struct digest contents_of_tree(struct contents *contents, const char *folder);

/* What was learnt, as bytes that stay good for the same working folder; and
 * back, before anything is asked. */
void contents_write(struct contents *contents, struct text *out);
void contents_read(struct contents *contents, const void *data, size_t size);
/* Whether anything was asked that had not been read. */
bool contents_has_learnt(const struct contents *contents);

#endif
