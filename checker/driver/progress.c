/* progress.c - one line on the terminal that says how far we are. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/progress.h"

#include "support/arena.h"
#include "support/console.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <uv.h>

#define NANOSECONDS (1000 * 1000 * 1000)

enum {
    PATIENCE = NANOSECONDS / 2, /* before the first line */
    STEP = NANOSECONDS / 10,    /* from one to the next */
    NAME_WIDTH = 40
};

struct progress {
    uv_mutex_t lock;
    bool is_shown; /* to somebody */
    bool is_there; /* there is a line to be taken away */
    size_t count;
    size_t done;
    uint64_t start;
    uint64_t last;
};

struct progress *progress_open(struct arena *arena, size_t count)
{
    struct progress *progress = arena_new(arena, struct progress);

    uv_mutex_init(&progress->lock);
    progress->is_shown = console_shows(CONSOLE_ERROR);
    progress->count = count;
    progress->start = uv_hrtime();
    return progress;
}

/* The end of a long name says more than its beginning. */
static const char *short_name(const char *name)
{
    size_t length = strlen(name);

    return length > NAME_WIDTH ? name + length - NAME_WIDTH : name;
}

static void show(struct progress *progress, const char *name, uint64_t now)
{
    uint64_t taken = now - progress->start;

    fprintf(stderr, "\r\033[K[%zu/%zu] %s", progress->done, progress->count,
            short_name(name));
    if (progress->done != 0) {
        uint64_t left =
            taken / progress->done * (progress->count - progress->done);
        fprintf(stderr, ", %llu s left",
                (unsigned long long)(left / NANOSECONDS + 1));
    }
    fflush(stderr);
    progress->is_there = true;
    progress->last = now;
}

void progress_start(struct progress *progress, const char *name)
{
    if (!progress->is_shown)
        return;
    uv_mutex_lock(&progress->lock);

    uint64_t now = uv_hrtime();

    if (now - progress->start > PATIENCE && now - progress->last > STEP)
        show(progress, name, now);
    uv_mutex_unlock(&progress->lock);
}

void progress_done(struct progress *progress)
{
    uv_mutex_lock(&progress->lock);
    progress->done++;
    uv_mutex_unlock(&progress->lock);
}

void progress_close(struct progress *progress)
{
    if (progress->is_there) {
        fputs("\r\033[K", stderr);
        fflush(stderr);
    }
    uv_mutex_destroy(&progress->lock);
}
