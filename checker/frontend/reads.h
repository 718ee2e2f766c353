/* reads.h - what a file was read from, for whoever keeps what came of it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_READS_H
#define UNLOADCHECK_FRONTEND_READS_H

#include "support/digest.h"
#include "support/words.h"

/* A file as it was when it was parsed. */
struct read_file {
    const char *name; /* as the parser has it */
    struct digest digest;
};

struct reads {
    struct arena *arena; /* of all that follows; set by the caller */
    struct vec_of(struct read_file) files; /* the source first; each once */
    struct words wanted;  /* names that stand in their #include lines */
    struct words folders; /* where those are looked for, besides the folders
                             of the files */
};

#endif
