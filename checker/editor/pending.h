/* pending.h - what the editor has asked and the server has not answered. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_PENDING_H
#define UNLOADCHECK_EDITOR_PENDING_H

#include "editor/span.h"
#include "support/vec.h"

/* What is done with the answer. */
enum pending_kind {
    PENDING_PLAIN,      /* passed on as it is */
    PENDING_INITIALIZE, /* what we can is added */
    PENDING_LIST,       /* `ours` are elements that are added to its result */
    PENDING_HOVER       /* `ours` is Markdown that is added to its result */
};

struct pending {
    struct arena *arena; /* of this */
    struct span id;      /* as the editor wrote it */
    const char *name;    /* what it means */
    enum pending_kind kind;
    const char *ours;
};

struct pendings {
    struct arena *arena;
    struct vec_of(struct pending *) items;
};

void pendings_init(struct pendings *all, struct arena *arena);
void pendings_release(struct pendings *all);

/* Copies what it is given; `ours` may be NULL. */
void pendings_add(struct pendings *all, struct span id, enum pending_kind kind,
                  const char *ours);

/* Takes the one of that id out; pending_end it. NULL: there is none. */
struct pending *pendings_take(struct pendings *all, struct span id);
void pending_end(struct pending *pending);

#endif
