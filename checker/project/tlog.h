/* tlog.h - MSBuild's own record of what it compiled.
 *
 * X.tlog/CL.command.1.tlog in the folder for intermediate files: lines in
 * pairs, the first '^' and the sources ('|' between them), the second the
 * arguments of cl without its name. Usually UTF-16.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_TLOG_H
#define UNLOADCHECK_PROJECT_TLOG_H

#include "project/command.h"

struct fail;

#define TLOG_NAME "CL.command.1.tlog"

/* Whether a file is named like such a record. */
bool tlog_is(const char *path);

/* Adds the commands of the record of that full name, `shown` in messages; their
 * target is the X. Sources that are gone are left out if some are there.
 * False, and why, if it is no record. */
bool tlog_read(struct arena *arena, const char *path, const char *shown,
               const struct path_maps *maps, struct fail *fail,
               struct commands *commands);

#endif
