/* changes_priv.h - changed lines, for the files that fill and ask them. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_TRIAGE_CHANGES_PRIV_H
#define UNLOADCHECK_TRIAGE_CHANGES_PRIV_H

#include "support/vec.h"

#include <stdbool.h>
#include <stdint.h>

struct line_range {
    uint32_t first;
    uint32_t last;
};

struct changed_file {
    char *name; /* normal, with '/' */
    bool is_whole;
    struct vec_of(struct line_range) lines;
    struct vec_of(uint32_t) gaps; /* behind which lines others stood */
};

struct changes {
    struct arena *arena;
    struct vec_of(struct changed_file) files;
};

/* A file that is added, not changed yet; good until the next is added. */
struct changed_file *changes_file(struct changes *changes, const char *name);

#endif
