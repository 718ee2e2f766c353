/* workspace.h - the drivers that the texts of an editor belong to.
 *
 * A text belongs to the drivers that are linked with it, or that include it.
 * Which there are is found as for a check of the tree around it; then each is
 * kept in memory, with the units of its files, and analysed again whenever one
 * of them is made anew.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_WORKSPACE_H
#define UNLOADCHECK_DRIVER_WORKSPACE_H

#include "editor/span.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

struct analysis;
struct arena;
struct options;
struct snapshot;
struct workspace;

/* Lives in the arena, where `options` stay too. */
struct workspace *workspace_open(struct arena *arena,
                                 const struct options *options);
void workspace_close(struct workspace *workspace);

/* Looks at all drivers that the texts belong to. False if it was stopped
 * before it was through. */
bool workspace_analyze(struct workspace *workspace,
                       const struct snapshot *texts, const atomic_bool *stop);

/* Then looks for fixes of what was found. False if it was stopped before it was
 * through. */
bool workspace_fix(struct workspace *workspace, const struct snapshot *texts,
                   const atomic_bool *stop);

/* What was found in each of those drivers, by number from 0; NULL behind the
 * last. It stays until the workspace is analysed again. */
const struct analysis *workspace_at(const struct workspace *workspace,
                                    size_t index);

/* Whether the file held that text when they were analysed. */
bool workspace_holds(const struct workspace *workspace, const char *path,
                     struct span text);

/* What the files of their places are relative to. */
const char *workspace_folder(const struct workspace *workspace);

#endif
