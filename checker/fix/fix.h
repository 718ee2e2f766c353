/* fix.h - an edit that makes a driver right.
 *
 * A fix belongs to a finding (engine/finding.h). It is only there where it is
 * certain: the driver was analysed with it, and the finding was gone and no
 * other had come. It changes one file, which is a source file of the driver's
 * own, and nothing in it that a macro stands for.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FIX_FIX_H
#define UNLOADCHECK_FIX_FIX_H

#include <stddef.h>

/* Bytes of the file that are replaced, by number from 0. */
struct edit {
    size_t offset;
    size_t length; /* 0: something is put in */
    const char *text;
};

struct fix {
    const char *title; /* what it does, as an order: one line, lower case */
    const char *file;  /* as places have it */
    const struct edit *edits; /* by offset; none touches another */
    size_t edit_count;
};

#endif
