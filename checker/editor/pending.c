/* pending.c - what the editor has asked and the server has not answered. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/pending.h"

#include "support/arena.h"

#include <string.h>

void pendings_init(struct pendings *all, struct arena *arena)
{
    *all = (struct pendings){ .arena = arena };
}

void pendings_release(struct pendings *all)
{
    vec_each (struct pending *, pending, &all->items)
        pending_end(*pending);
    all->items.count = 0;
}

void pendings_add(struct pendings *all, struct span id, enum pending_kind kind,
                  const char *ours)
{
    struct arena *arena = arena_open();
    struct pending *pending = arena_new(arena, struct pending);

    pending->arena = arena;
    pending->id = (struct span){ arena_copy(arena, id.data, id.size), id.size };
    pending->kind = kind;
    pending->ours = arena_strdup(arena, ours ? ours : "");
    vec_push(all->arena, &all->items, pending);
}

struct pending *pendings_take(struct pendings *all, struct span id)
{
    for (size_t i = 0; i < all->items.count; i++) {
        struct pending *pending = all->items.items[i];
        if (pending->id.size != id.size ||
            memcmp(pending->id.data, id.data, id.size) != 0)
            continue;
        all->items.count--;
        memmove(&all->items.items[i], &all->items.items[i + 1],
                (all->items.count - i) * sizeof(pending));
        return pending;
    }
    return NULL;
}

void pending_end(struct pending *pending)
{
    arena_close(pending->arena);
}
