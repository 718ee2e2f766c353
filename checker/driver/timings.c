/* timings.c - spans in the order in which they ended. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/timings.h"

#include "report/trace.h"
#include "support/arena.h"
#include "support/file_write.h"
#include "support/text.h"
#include "support/vec.h"

#include <uv.h>

struct threads vec_of(uv_thread_t);

struct timings {
    struct arena *arena;
    uv_mutex_t lock;
    uint64_t start;
    struct threads threads; /* in the order in which they ended a span */
    struct vec_of(struct trace_span) spans;
};

struct timings *timings_open(struct arena *arena)
{
    struct timings *timings = arena_new(arena, struct timings);

    timings->arena = arena;
    timings->start = uv_hrtime();
    uv_mutex_init(&timings->lock);
    return timings;
}

void timings_close(struct timings *timings)
{
    uv_mutex_destroy(&timings->lock);
}

uint64_t timings_begin(const struct timings *timings)
{
    return timings ? uv_hrtime() : 0;
}

static unsigned thread_number(struct timings *timings)
{
    uv_thread_t self = uv_thread_self();
    unsigned number = 0;

    while (number < timings->threads.count &&
           !uv_thread_equal(&timings->threads.items[number], &self))
        number++;
    if (number == timings->threads.count)
        vec_push(timings->arena, &timings->threads, self);
    return number + 1;
}

void timings_end(struct timings *timings, uint64_t begin, const char *what,
                 const char *which)
{
    if (!timings)
        return;
    uv_mutex_lock(&timings->lock);

    struct trace_span span = {
        .what = arena_strdup(timings->arena, what),
        .which = which ? arena_strdup(timings->arena, which) : NULL,
        .begin = begin - timings->start,
        .duration = uv_hrtime() - begin,
        .thread = thread_number(timings),
    };

    vec_push(timings->arena, &timings->spans, span);
    uv_mutex_unlock(&timings->lock);
}

void timings_write(const struct timings *timings, const char *path,
                   struct fail *fail)
{
    struct text out = text_make(timings->arena);

    trace_add(timings->spans.items, timings->spans.count, &out);
    file_write(path, text_str(&out), out.length, fail);
}
