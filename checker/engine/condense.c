/* condense.c - which conditions of a story are told.
 *
 * A path goes through many conditions that only say that nothing else went
 * wrong. What a reader needs are those that decide about what happens next, and
 * those that look at what has just happened.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/condense.h"

#include "support/arena.h"

#include <string.h>

static bool is_branch(const struct event *event)
{
    return event->kind == EVENT_BRANCH;
}

/* The same branch again and again (a loop): the last time it is taken. */
static void drop_repeated(struct events *events)
{
    size_t kept = 0;
    for (size_t i = 0; i < events->count; i++) {
        const struct event *event = &events->items[i];
        bool again = false;
        for (size_t j = i + 1; is_branch(event) && j < events->count && !again;
             j++)
            again = is_branch(&events->items[j]) &&
                    events->items[j].depth == event->depth &&
                    place_compare(events->items[j].place, event->place) == 0 &&
                    strcmp(events->items[j].text, event->text) == 0;
        if (!again)
            events->items[kept++] = *event;
    }
    events->count = kept;
}

static bool is_same_line(const struct event *a, const struct event *b)
{
    return is_branch(a) && is_branch(b) && a->depth == b->depth &&
           a->place.line == b->place.line && a->place.file && b->place.file &&
           strcmp(a->place.file, b->place.file) == 0;
}

/* It stands where the last of them does: that is the one that decided. */
static void join_lines(struct arena *arena, struct events *events)
{
    size_t kept = 0;
    for (size_t i = 0; i < events->count; i++) {
        struct event event = events->items[i];
        if (kept > 0 && is_same_line(&events->items[kept - 1], &event))
            event.text = arena_format(arena, "%s, %s",
                                      events->items[--kept].text, event.text);
        events->items[kept++] = event;
    }
    events->count = kept;
}

static bool is_next_to(const struct events *events, size_t index)
{
    const struct event *before = index > 0 ? &events->items[index - 1] : NULL;
    const struct event *after = &events->items[index + 1];
    bool is_made = events->items[index].state >= 0;
    if (before && is_made &&
        (before->kind == EVENT_STEP || before->kind == EVENT_LEAVE))
        return true;
    switch (after->kind) {
    case EVENT_STEP:
    case EVENT_FAULT: return true;
    case EVENT_ENTER:
    case EVENT_LEAVE: return is_made;
    case EVENT_PHASE:
    case EVENT_BRANCH: break;
    }
    return false;
}

static size_t last_phase(const struct events *events)
{
    size_t at = events->count;
    while (at > 0 && events->items[at - 1].kind != EVENT_PHASE)
        at--;
    return at;
}

static void drop_distant(struct arena *arena, struct events *events,
                         size_t whole)
{
    struct events kept = { NULL, 0, 0 };
    for (size_t i = 0; i < events->count; i++)
        if (i >= whole || !is_branch(&events->items[i]) ||
            is_next_to(events, i))
            vec_push(arena, &kept, events->items[i]);
    *events = kept;
}

void condense(struct arena *arena, struct events *events, bool is_last_whole)
{
    drop_repeated(events);
    join_lines(arena, events);
    drop_distant(arena, events,
                 is_last_whole ? last_phase(events) : events->count);
}
