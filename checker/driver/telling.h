/* telling.h - from what was found in drivers to what an editor shows. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_TELLING_H
#define UNLOADCHECK_DRIVER_TELLING_H

struct answer;
struct snapshot;
struct workspace;

/* What was found in the drivers of the workspace, which was analysed with
 * these texts. Nothing of either is needed by it. */
struct answer *telling_make(const struct workspace *workspace,
                            const struct snapshot *texts);

#endif
