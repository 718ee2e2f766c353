/* seen.c - a table of hashes, each with the fewest events that led there.
 *
 * Only hashes are kept ("hash compaction", U. Stern, D. Dill, CHARME 1995): two
 * of a million points are taken for one with a chance of one in ten million.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include "seen.h"

#include "memory.h"
#include "run.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct point {
    uint64_t hash; /* 0: none */
    size_t events;
};

static struct point *points; /* open hash */
static size_t point_count;
static size_t point_room;
static uint64_t way[RUN_CHOICES]; /* the points of the run under way */

void seen_start(void)
{
    if (points)
        memset(points, 0, point_room * sizeof(struct point));
    point_count = 0;
}

static struct point *find(uint64_t hash)
{
    size_t at = hash & (point_room - 1);

    while (points[at].hash && points[at].hash != hash)
        at = (at + 1) & (point_room - 1);
    return &points[at];
}

static void make_room(void)
{
    struct point *before = points;
    size_t room = point_room;

    if (point_count * 2 < point_room)
        return;
    point_room = room ? room * 2 : 1024;
    points = calloc(point_room, sizeof(struct point));
    if (!points) {
        fprintf(stderr, "model: out of memory\n");
        exit(2);
    }
    for (size_t i = 0; i < room; i++)
        if (before[i].hash)
            *find(before[i].hash) = before[i];
    free(before);
}

__attribute__((noinline)) void seen_wipe(void)
{
    volatile uint64_t below[128];

    for (size_t i = 0; i < 128; i++)
        below[i] = 0;
}

/* What is on the stack above this function, the registers, and the rest. */
static __attribute__((noinline)) uint64_t hash_machine(const void *base)
{
    jmp_buf registers;
    uint64_t hash;

    memset(&registers, 0, sizeof(registers));
    (void)_setjmp(registers);
    hash = memory_hash(0, &registers,
                       (size_t)((const char *)base - (char *)&registers));
    hash = memory_hash(hash, &run.here, sizeof(run.here));
    return memory_hash_state(hash) | 1;
}

/* Reads the number of the choice last: in a register it would tell apart what
 * is the same. */
void seen_check(const void *base)
{
    struct point *point;
    uint64_t hash;

    seen_wipe();
    hash = hash_machine(base);
    for (size_t i = 0; i < run.choice_next; i++)
        if (way[i] == hash)
            run_end(END_HANG);
    make_room();
    point = find(hash);
    if (point->hash && point->events <= run.event_count)
        run_end(END_SEEN);
    point_count += !point->hash;
    *point = (struct point){hash, run.event_count};
    way[run.choice_next] = hash;
}
