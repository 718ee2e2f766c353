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

/* One name for the ways in which a string can be spelled, as a server answers
 * with its own. */
static const char *name_of(struct arena *arena, struct span id)
{
    const char *text = span_string(arena, id);

    return text ? arena_format(arena, "\"%s", text)
                : arena_strndup(arena, id.data, id.size);
}

void pendings_add(struct pendings *all, struct span id, enum pending_kind kind,
                  const char *ours)
{
    struct arena *arena = arena_open();
    struct pending *pending = arena_new(arena, struct pending);

    pending->arena = arena;
    pending->id = (struct span){ arena_copy(arena, id.data, id.size), id.size };
    pending->name = name_of(arena, id);
    pending->kind = kind;
    pending->ours = arena_strdup(arena, ours ? ours : "");
    vec_push(all->arena, &all->items, pending);
}

static size_t find(const struct pendings *all, struct span id)
{
    struct arena *scratch = arena_open();
    const char *name = name_of(scratch, id);
    size_t i = 0;

    while (i < all->items.count && strcmp(all->items.items[i]->name, name) != 0)
        i++;
    arena_close(scratch);
    return i;
}

struct pending *pendings_take(struct pendings *all, struct span id)
{
    size_t i = find(all, id);
    struct pending *pending;

    if (i == all->items.count)
        return NULL;
    pending = all->items.items[i];
    all->items.count--;
    memmove(&all->items.items[i], &all->items.items[i + 1],
            (all->items.count - i) * sizeof(pending));
    return pending;
}

void pending_end(struct pending *pending)
{
    arena_close(pending->arena);
}
