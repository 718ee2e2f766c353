/* parallel.c - the same work on many things, by several threads. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/parallel.h"

#include "support/arena.h"
#include "support/system.h"

#include <stdbool.h>
#include <uv.h>

struct queue {
    uv_mutex_t lock;
    size_t next;
    size_t count;
    void (*work)(void *data, size_t index);
    void *data;
};

size_t parallel_available(void)
{
    return uv_available_parallelism();
}

static size_t take(struct queue *queue)
{
    uv_mutex_lock(&queue->lock);

    size_t index = queue->next;

    if (index < queue->count)
        queue->next++;
    uv_mutex_unlock(&queue->lock);
    return index;
}

static void work_off(void *data)
{
    struct queue *queue = data;

    for (size_t i; (i = take(queue)) < queue->count;)
        queue->work(queue->data, i);
}

void parallel_go_second(void)
{
    system_go_second();
}

static bool start_deep(uv_thread_t *thread, void (*work)(void *data),
                       void *data)
{
    uv_thread_options_t options = { .flags = UV_THREAD_HAS_STACK_SIZE,
                                    .stack_size = system_deep_stack() };

    return uv_thread_create_ex(thread, &options, work, data) == 0;
}

/* Where no thread can be started this one does all. */
void parallel_run(size_t threads, size_t count,
                  void (*work)(void *data, size_t index), void *data)
{
    struct queue queue = { .count = count, .work = work, .data = data };
    struct arena *arena = arena_open();
    size_t wanted = threads < count ? threads : count;
    uv_thread_t *started = arena_array(arena, uv_thread_t, wanted);
    size_t running = 0;

    uv_mutex_init(&queue.lock);
    while (running < wanted && start_deep(&started[running], work_off, &queue))
        running++;
    if (running == 0)
        work_off(&queue);
    while (running > 0)
        uv_thread_join(&started[--running]);
    uv_mutex_destroy(&queue.lock);
    arena_close(arena);
}

void parallel_run_deep(void (*work)(void *data), void *data)
{
    uv_thread_t thread;

    if (start_deep(&thread, work, data))
        uv_thread_join(&thread);
    else
        work(data);
}
