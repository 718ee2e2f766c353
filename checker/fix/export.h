/* export.h - fixes in the form that clang's tools keep them in.
 *
 * YAML with offsets in bytes, as clang-tidy --export-fixes writes it and
 * clang-apply-replacements reads it. Files are named as the findings name them:
 * from the folder in which the check was run, where the fixes are to be made,
 * too.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FIX_EXPORT_H
#define UNLOADCHECK_FIX_EXPORT_H

#include <stddef.h>

struct finding;
struct sketches;
struct text;

/* Adds the fixes of the findings, each of which has one. */
void export_add(const struct finding *const *findings, size_t count,
                struct sketches *sketches, struct text *out);

#endif
