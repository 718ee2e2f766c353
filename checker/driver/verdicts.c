/* verdicts.c - many analyses become one. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/verdicts.h"

#include "engine/finding.h"
#include "support/arena.h"
#include "support/vec.h"

#include <stdlib.h>
#include <string.h>

struct image_names vec_of(const char *);

/* A finding with the number of the image it comes from. */
struct entry {
    struct finding finding;
    size_t image;
};

struct verdicts {
    struct arena *arena;
    struct image_names images;
    struct vec_of(struct entry) entries;
    struct vec_of(struct limit) limits;
    struct vec_of(struct proof) proofs;
    struct vec_of(struct unload_routine) unloads;
    size_t state_count;
    bool has_entry;
    bool has_unload;
};

struct verdicts *verdicts_make(struct arena *arena)
{
    struct verdicts *verdicts = arena_new(arena, struct verdicts);

    verdicts->arena = arena;
    return verdicts;
}

static const char *copy(struct arena *arena, const char *text)
{
    return text ? arena_strdup(arena, text) : NULL;
}

static struct finding copy_finding(struct arena *arena,
                                   const struct finding *from)
{
    struct finding finding = *from;
    size_t size = from->event_count * sizeof(*from->events);

    finding.function = copy(arena, from->function);
    finding.handle = copy(arena, from->handle);
    finding.message = copy(arena, from->message);
    if (from->event_count != 0)
        finding.events = arena_copy(arena, from->events, size);
    for (size_t i = 0; i < from->event_count; i++) {
        struct event *event = &finding.events[i];
        event->text = copy(arena, event->text);
        event->function = copy(arena, event->function);
    }
    return finding;
}

void verdicts_add(struct verdicts *verdicts, const char *name,
                  const struct analysis *analysis)
{
    struct arena *arena = verdicts->arena;

    vec_push(arena, &verdicts->images, copy(arena, name));
    for (size_t i = 0; i < analysis->finding_count; i++) {
        struct entry entry = { copy_finding(arena, &analysis->findings[i]),
                               verdicts->images.count - 1 };
        vec_push(arena, &verdicts->entries, entry);
    }
    for (size_t i = 0; i < analysis->limit_count; i++) {
        struct limit limit = analysis->limits[i];
        limit.text = copy(arena, limit.text);
        vec_push(arena, &verdicts->limits, limit);
    }
    for (size_t i = 0; i < analysis->proof_count; i++) {
        struct proof proof = analysis->proofs[i];
        proof.handle = copy(arena, proof.handle);
        vec_push(arena, &verdicts->proofs, proof);
    }
    for (size_t i = 0; i < analysis->unload_count; i++) {
        struct unload_routine unload = analysis->unloads[i];
        unload.name = copy(arena, unload.name);
        vec_push(arena, &verdicts->unloads, unload);
    }
    verdicts->state_count += analysis->state_count;
    verdicts->has_entry |= analysis->has_entry;
    verdicts->has_unload |= analysis->has_unload;
}

static int compare_same(const struct finding *x, const struct finding *y)
{
    int order = place_compare(x->place, y->place);

    if (order == 0)
        order = strcmp(x->rule->id, y->rule->id);
    if (order == 0)
        order = strcmp(x->message, y->message);
    return order ? order : place_compare(x->origin, y->origin);
}

/* Certain before possible, then by the length of the story. */
static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a;
    const struct entry *y = b;
    int order = compare_same(&x->finding, &y->finding);

    if (order == 0)
        order = (int)y->finding.severity - (int)x->finding.severity;
    if (order == 0)
        order = (int)x->finding.is_possible - (int)y->finding.is_possible;
    if (order == 0 && x->finding.event_count != y->finding.event_count)
        order = x->finding.event_count < y->finding.event_count ? -1 : 1;
    return order ? order : (x->image > y->image) - (x->image < y->image);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Which images the entries from `first` up to `end` come from. */
static void name_images(const struct verdicts *verdicts, size_t first,
                        size_t end, struct finding *finding)
{
    struct image_names names = { 0 };
    size_t kept = 0;

    for (size_t i = first; i < end; i++) {
        const char *name =
            verdicts->images.items[verdicts->entries.items[i].image];
        if (name)
            vec_push(verdicts->arena, &names, name);
    }
    if (names.count > 1)
        qsort(names.items, names.count, sizeof(*names.items), compare_names);
    for (size_t i = 0; i < names.count; i++)
        if (kept == 0 || strcmp(names.items[kept - 1], names.items[i]) != 0)
            names.items[kept++] = names.items[i];
    finding->images = names.items;
    finding->image_count = kept;
}

static void merge_findings(struct verdicts *verdicts, struct analysis *all)
{
    size_t count = verdicts->entries.count;
    const struct entry *entries = verdicts->entries.items;

    if (count > 1)
        qsort(verdicts->entries.items, count, sizeof(struct entry),
              compare_entries);
    all->findings = arena_array(verdicts->arena, struct finding, count);
    for (size_t first = 0, end; first < count; first = end) {
        struct finding *finding = &all->findings[all->finding_count++];
        *finding = entries[first].finding;
        end = first + 1;
        while (end < count && compare_same(finding, &entries[end].finding) == 0)
            end++;
        if (verdicts->images.count > 1)
            name_images(verdicts, first, end, finding);
    }
}

static int compare_limits(const void *a, const void *b)
{
    const struct limit *x = a;
    const struct limit *y = b;
    int order = place_compare(x->place, y->place);

    return order ? order : strcmp(x->text, y->text);
}

static void merge_limits(struct verdicts *verdicts, struct analysis *all)
{
    size_t count = verdicts->limits.count;
    struct limit *limits = verdicts->limits.items;

    if (count > 1 && verdicts->images.count > 1)
        qsort(limits, count, sizeof(*limits), compare_limits);
    for (size_t i = 0; i < count; i++)
        if (i == 0 ||
            compare_limits(&limits[all->limit_count - 1], &limits[i]) != 0)
            limits[all->limit_count++] = limits[i];
    all->limits = limits;
}

static int compare_proofs(const void *a, const void *b)
{
    const struct proof *x = a;
    const struct proof *y = b;
    int order = place_compare(x->made, y->made);

    if (order == 0)
        order = strcmp(x->object, y->object);
    if (order == 0)
        order = strcmp(x->handle ? x->handle : "", y->handle ? y->handle : "");
    return order ? order : (int)x->is_safe - (int)y->is_safe;
}

static bool is_same_proof(const struct proof *a, const struct proof *b)
{
    return place_compare(a->made, b->made) == 0 &&
           strcmp(a->object, b->object) == 0 &&
           strcmp(a->handle ? a->handle : "", b->handle ? b->handle : "") == 0;
}

static void merge_proofs(struct verdicts *verdicts, struct analysis *all)
{
    size_t count = verdicts->proofs.count;
    struct proof *proofs = verdicts->proofs.items;

    if (count > 1 && verdicts->images.count > 1)
        qsort(proofs, count, sizeof(*proofs), compare_proofs);
    for (size_t i = 0; i < count; i++)
        if (verdicts->images.count < 2 || i == 0 ||
            !is_same_proof(&proofs[all->proof_count - 1], &proofs[i]))
            proofs[all->proof_count++] = proofs[i];
    all->proofs = proofs;
}

struct analysis *verdicts_merge(struct verdicts *verdicts)
{
    struct analysis *all = arena_new(verdicts->arena, struct analysis);

    merge_findings(verdicts, all);
    merge_limits(verdicts, all);
    merge_proofs(verdicts, all);
    all->unloads = verdicts->unloads.items;
    all->unload_count = verdicts->unloads.count;
    all->state_count = verdicts->state_count;
    all->has_entry = verdicts->has_entry;
    all->has_unload = verdicts->has_unload;
    return all;
}
