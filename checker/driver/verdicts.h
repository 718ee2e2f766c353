/* verdicts.h - what the analyses of all images give together.
 *
 * Images share files: a fault in a static library is one finding, which names
 * the images it is in.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_VERDICTS_H
#define UNLOADCHECK_DRIVER_VERDICTS_H

struct analysis;
struct arena;
struct verdicts;

struct verdicts *verdicts_make(struct arena *arena);

/* Copies what the analysis of one image gave, so that nothing of it need be
 * kept; file names and rules stay where they are. `name` is NULL if the image
 * has none. */
void verdicts_add(struct verdicts *verdicts, const char *name,
                  const struct analysis *analysis);

/* All of it: sorted, none twice. Of two findings that are the same the one
 * with the shorter story is kept, and of two proofs the worse. */
struct analysis *verdicts_merge(struct verdicts *verdicts);

#endif
