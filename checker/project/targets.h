/* targets.h - the images of a record of a build.
 *
 * Such a record has commands, not links. Where object files tell their targets,
 * a target with an entry routine is a driver, and those that it uses are its
 * static libraries; else each file stands for itself.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_TARGETS_H
#define UNLOADCHECK_PROJECT_TARGETS_H

#include "project/command.h"

#include <stdbool.h>

struct finder;

/* Adds the images; `origin` names the record in messages, `name` is that of
 * the image where there is only one, or NULL. Without any entry routine all is
 * one image, or, where it `needs_driver`, none. False: none was added. */
bool targets_add_images(const struct finder *finder,
                        const struct commands *commands, const char *origin,
                        const char *name, bool needs_driver);

#endif
