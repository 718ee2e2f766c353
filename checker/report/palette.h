/* palette.h - what a report puts before and after the words it stresses. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_PALETTE_H
#define UNLOADCHECK_REPORT_PALETTE_H

#include "engine/finding.h"

#include <stdbool.h>

/* Sequences for the terminal, or empty strings. */
struct palette {
    const char *strong;
    const char *severity[SEVERITY_ERROR + 1]; /* by enum severity */
    const char *number;                       /* of an event */
    const char *gutter;
    const char *caret;
    const char *plain; /* ends any of the others */
};

const struct palette *palette_choose(bool color);

#endif
