/* proof_text.h - a proof in words, for the forms that people read. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_PROOF_TEXT_H
#define UNLOADCHECK_REPORT_PROOF_TEXT_H

#include "engine/proof.h"

/* What the proof is about: "client registration 'Handle'". */
const char *proof_text_subject(struct arena *arena, const struct proof *proof);

/* Whether it is gone when the driver's code goes: "gone", "not shown to be
 * gone"; and the likes, for a part of a driver and one that stays. */
const char *proof_text_verdict(const struct proof *proof);

/* What a step is for: "made", "changed", "ended", "completed". */
const char *proof_text_part(const struct proof *proof,
                            const struct proof_step *step);

/* "'CALL' in 'Stop', called from 'Unload' (unload)" */
const char *proof_text_step(struct arena *arena, const struct proof_step *step);

/* "when 'Unload' returns, it is deregistered" */
const char *proof_text_moment(struct arena *arena, const struct proof *proof,
                              const struct proof_moment *moment);

#endif
