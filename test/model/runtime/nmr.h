/* nmr.h - the part of the registrar that the explorer drives.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef MODEL_NMR_H
#define MODEL_NMR_H

#include "world.h"

/* What a registration's handle looks like in memory. */
uint64_t nmr_handle_word(const struct registration *registration);

/* A new registration in state REGISTERED, made at run.here. */
struct registration *nmr_add(enum kind kind);

/* Could the system call the module's attach routine now? */
bool nmr_may_attach(const struct registration *registration);
void nmr_attach(struct registration *registration);
/* `binding` counts from 0. */
void nmr_detach(struct registration *registration, uint32_t binding);

#endif
