/* reads_note.h - finds out what a file was read from. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_READS_NOTE_H
#define UNLOADCHECK_FRONTEND_READS_NOTE_H

#include "frontend/arguments.h"
#include "frontend/libclang.h"
#include "frontend/reads.h"

/* What was made up for the file is not part of it. */
void reads_note(struct reads *reads, CXTranslationUnit unit,
                const struct arguments *arguments);

#endif
