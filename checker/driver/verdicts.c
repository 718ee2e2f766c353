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

struct proof_entry {
    struct proof proof;
    size_t image;
};

struct verdicts {
    struct arena *arena;
    struct image_names images;
    struct vec_of(struct entry) entries;
    struct vec_of(struct limit) limits;
    struct vec_of(struct allowance) allowances;
    struct vec_of(struct proof_entry) proofs;
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
    finding.shapes = shapes_copy(arena, from->shapes, from->shape_count);
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
        struct proof_entry entry = { proof_copy(arena, &analysis->proofs[i]),
                                     verdicts->images.count - 1 };
        vec_push(arena, &verdicts->proofs, entry);
    }
    for (size_t i = 0; i < analysis->unload_count; i++) {
        struct unload_routine unload = analysis->unloads[i];
        unload.name = copy(arena, unload.name);
        vec_push(arena, &verdicts->unloads, unload);
    }
    for (size_t i = 0; i < analysis->allowance_count; i++) {
        struct allowance allowance = analysis->allowances[i];
        allowance.text = copy(arena, allowance.text);
        vec_push(arena, &verdicts->allowances, allowance);
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

/* Where there is but one image nobody asks for its name. */
static void add_name(const struct verdicts *verdicts, size_t image,
                     struct image_names *names)
{
    const char *name = verdicts->images.items[image];

    if (name && verdicts->images.count > 1)
        vec_push(verdicts->arena, names, name);
}

/* Each once. */
static void sort_names(struct image_names *names)
{
    size_t kept = 0;

    if (names->count > 1)
        qsort(names->items, names->count, sizeof(*names->items), compare_names);
    for (size_t i = 0; i < names->count; i++)
        if (kept == 0 || strcmp(names->items[kept - 1], names->items[i]) != 0)
            names->items[kept++] = names->items[i];
    names->count = kept;
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
        struct image_names names = { 0 };
        *finding = entries[first].finding;
        for (end = first; end < count; end++) {
            if (compare_same(finding, &entries[end].finding) != 0)
                break;
            add_name(verdicts, entries[end].image, &names);
        }
        sort_names(&names);
        finding->images = names.items;
        finding->image_count = names.count;
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

static int compare_same_proof(const struct proof *x, const struct proof *y)
{
    int order = place_compare(x->made, y->made);

    if (order == 0)
        order = strcmp(x->protocol->name, y->protocol->name);
    return order ? order : strcmp(x->handle, y->handle);
}

static int compare_proofs(const void *a, const void *b)
{
    const struct proof_entry *x = a;
    const struct proof_entry *y = b;
    int order = compare_same_proof(&x->proof, &y->proof);

    if (order == 0)
        order = (int)x->proof.is_safe - (int)y->proof.is_safe;
    return order ? order : (x->image > y->image) - (x->image < y->image);
}

static void merge_proofs(struct verdicts *verdicts, struct analysis *all)
{
    size_t count = verdicts->proofs.count;
    const struct proof_entry *entries = verdicts->proofs.items;

    if (count > 1)
        qsort(verdicts->proofs.items, count, sizeof(*entries), compare_proofs);
    all->proofs = arena_array(verdicts->arena, struct proof, count);
    for (size_t first = 0, end; first < count; first = end) {
        struct proof *proof = &all->proofs[all->proof_count++];
        struct image_names names = { 0 };
        *proof = entries[first].proof;
        for (end = first; end < count; end++) {
            if (compare_same_proof(proof, &entries[end].proof) != 0)
                break;
            add_name(verdicts, entries[end].image, &names);
        }
        sort_names(&names);
        proof->images = names.items;
        proof->image_count = names.count;
    }
}

struct analysis *verdicts_merge(struct verdicts *verdicts)
{
    struct analysis *all = arena_new(verdicts->arena, struct analysis);

    merge_findings(verdicts, all);
    merge_limits(verdicts, all);
    merge_proofs(verdicts, all);
    all->unloads = verdicts->unloads.items;
    all->unload_count = verdicts->unloads.count;
    all->allowances = verdicts->allowances.items;
    all->allowance_count = verdicts->allowances.count;
    all->state_count = verdicts->state_count;
    all->has_entry = verdicts->has_entry;
    all->has_unload = verdicts->has_unload;
    return all;
}
