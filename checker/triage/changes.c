/* changes.c - which findings a change has to do with. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "triage/changes.h"

#include "engine/finding.h"
#include "support/arena.h"
#include "support/path.h"
#include "support/vec.h"
#include "triage/changes_priv.h"

#include <string.h>

struct changes *changes_make(struct arena *arena)
{
    struct changes *changes = arena_new(arena, struct changes);

    changes->arena = arena;
    return changes;
}

struct changed_file *changes_file(struct changes *changes, const char *name)
{
    struct changed_file file = {
        .name = path_normal(changes->arena, name),
    };

    for (char *at = file.name; *at != '\0'; at++)
        if (*at == '\\')
            *at = '/';
    vec_push(changes->arena, &changes->files, file);
    return &changes->files.items[changes->files.count - 1];
}

void changes_add_file(struct changes *changes, const char *name)
{
    changes_file(changes, name)->is_whole = true;
}

/* Whether the path ends with the name, at a separator. */
static bool is_named(const char *path, const char *name)
{
    size_t length = strlen(path), tail = strlen(name);

    return length >= tail && strcmp(path + length - tail, name) == 0 &&
           (length == tail || *name == '/' || path[length - tail - 1] == '/');
}

static bool has_line(const struct changed_file *file, uint32_t line)
{
    if (file->is_whole)
        return true;
    vec_each (const struct line_range, range, &file->lines)
        if (range->first <= line && line <= range->last)
            return true;
    return false;
}

/* From the first to the last line of the path in one function. */
static struct line_range extent(const struct finding *finding,
                                const struct event *of)
{
    struct line_range range = { of->place.line, of->place.line };

    for (size_t i = 0; i < finding->event_count; i++) {
        const struct event *event = &finding->events[i];
        bool is_same = event->place.file && event->function && of->function &&
                       strcmp(event->place.file, of->place.file) == 0 &&
                       strcmp(event->function, of->function) == 0;
        if (is_same && event->place.line < range.first)
            range.first = event->place.line;
        if (is_same && event->place.line > range.last)
            range.last = event->place.line;
    }
    return range;
}

static bool has_gap(const struct changed_file *file, struct line_range range)
{
    vec_each (const uint32_t, gap, &file->gaps)
        if (range.first <= *gap && *gap < range.last)
            return true;
    return false;
}

/* `event` is NULL for a place that is none of an event. */
static bool is_touched(const struct changes *changes, const char *folder,
                       struct place place, const struct finding *finding,
                       const struct event *event)
{
    struct arena *scratch = arena_open();
    const char *path =
        path_normal(scratch, path_join(scratch, folder, place.file));
    bool is_touched = false;

    vec_each (const struct changed_file, file, &changes->files)
        if (is_named(path, file->name))
            is_touched |= has_line(file, place.line) ||
                          (event && has_gap(file, extent(finding, event)));
    arena_close(scratch);
    return is_touched;
}

static bool counts(const struct changes *changes, const char *folder,
                   const struct finding *finding)
{
    const struct place places[] = { finding->place, finding->origin };

    for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++)
        if (places[i].file &&
            is_touched(changes, folder, places[i], finding, NULL))
            return true;
    for (size_t i = 0; i < finding->event_count; i++) {
        const struct event *event = &finding->events[i];
        if (event->place.file &&
            is_touched(changes, folder, event->place, finding, event))
            return true;
    }
    return false;
}

size_t changes_reduce(const struct changes *changes, const char *folder,
                      struct analysis *analysis)
{
    size_t kept = 0, count = analysis->finding_count;

    for (size_t i = 0; i < count; i++)
        if (counts(changes, folder, &analysis->findings[i]))
            analysis->findings[kept++] = analysis->findings[i];
    analysis->finding_count = kept;
    return count - kept;
}
