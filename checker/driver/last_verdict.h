/* last_verdict.h - the last analysis of an image, for one that hardly differs.
 *
 * What is noted of an analysis is which units it was made of, and what of them
 * mattered. Where all units but one are the same, and that one has the same
 * essence (driver/essence.h), the analysis is, too.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_LAST_VERDICT_H
#define UNLOADCHECK_DRIVER_LAST_VERDICT_H

#include "support/digest.h"

struct captures;
struct inputs;
struct interest;
struct program;
struct rule_set;
struct run;
struct store;

/* Of the image that `image` stands for. False: the last analysis, if there is
 * one, is of no use; else `verdict` is its key. What it costs to find out lives
 * in run->arena. */
bool last_verdict_find(const struct store *store, struct digest image,
                       struct run *run, const struct rule_set *rules,
                       const struct captures *captures,
                       const struct inputs *inputs, struct digest *verdict);

/* What is noted is of use to the next run, too. */
void last_verdict_keep(const struct store *store, struct digest image);

/* Notes the analysis with that key; `program` is what it was made of, and
 * `interest` what it looked at. */
void last_verdict_note(const struct store *store, struct digest image,
                       const struct captures *captures,
                       const struct inputs *inputs,
                       const struct program *program,
                       const struct interest *interest, struct digest verdict);

#endif
