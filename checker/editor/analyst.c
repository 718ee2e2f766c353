/* analyst.c - analyses on a thread of their own. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/analyst.h"

#include "editor/answer.h"
#include "editor/session.h"
#include "support/arena.h"
#include "support/parallel.h"

#include <uv.h>

struct analyst {
    struct arena *arena;
    analyze_texts *analyze;
    analyze_texts *refine;
    void *data;
    void (*done)(void *data);
    void *done_data;
    uv_thread_t thread;
    uv_mutex_t mutex; /* of all that follows */
    uv_cond_t wanted;
    struct snapshot *next; /* or NULL */
    struct answer *answer; /* or NULL */
    bool is_closing;
    atomic_bool stop;
};

static void drop(struct snapshot *texts)
{
    if (texts)
        arena_close(texts->arena);
}

/* Waits; NULL: it is time to end. */
static struct snapshot *take_next(struct analyst *analyst)
{
    struct snapshot *next;

    uv_mutex_lock(&analyst->mutex);
    while (!analyst->next && !analyst->is_closing)
        uv_cond_wait(&analyst->wanted, &analyst->mutex);
    next = analyst->is_closing ? NULL : analyst->next;
    if (next)
        analyst->next = NULL;
    if (!analyst->is_closing)
        atomic_store(&analyst->stop, false);
    uv_mutex_unlock(&analyst->mutex);
    return next;
}

static void put_answer(struct analyst *analyst, struct answer *answer)
{
    uv_mutex_lock(&analyst->mutex);
    answer_close(analyst->answer);
    analyst->answer = answer;
    uv_mutex_unlock(&analyst->mutex);
    analyst->done(analyst->done_data);
}

static void work(void *data)
{
    struct analyst *analyst = data;
    struct snapshot *texts;

    /* Nobody waits for a finding as for a completion. */
    parallel_go_second();
    while ((texts = take_next(analyst))) {
        struct answer *answer =
            analyst->analyze(analyst->data, texts, &analyst->stop);
        if (answer) {
            put_answer(analyst, answer);
            answer = analyst->refine(analyst->data, texts, &analyst->stop);
        }
        if (answer)
            put_answer(analyst, answer);
        drop(texts);
    }
}

struct analyst *analyst_open(analyze_texts *analyze, analyze_texts *refine,
                             void *data, void (*done)(void *data),
                             void *done_data)
{
    struct arena *arena = arena_open();
    struct analyst *analyst = arena_new(arena, struct analyst);

    analyst->arena = arena;
    analyst->analyze = analyze;
    analyst->refine = refine;
    analyst->data = data;
    analyst->done = done;
    analyst->done_data = done_data;
    atomic_init(&analyst->stop, false);
    uv_mutex_init(&analyst->mutex);
    uv_cond_init(&analyst->wanted);
    if (uv_thread_create(&analyst->thread, work, analyst) == 0)
        return analyst;
    uv_cond_destroy(&analyst->wanted);
    uv_mutex_destroy(&analyst->mutex);
    arena_close(arena);
    return NULL;
}

void analyst_close(struct analyst *analyst)
{
    uv_mutex_lock(&analyst->mutex);
    analyst->is_closing = true;
    atomic_store(&analyst->stop, true);
    uv_cond_signal(&analyst->wanted);
    uv_mutex_unlock(&analyst->mutex);
    uv_thread_join(&analyst->thread);
    drop(analyst->next);
    answer_close(analyst->answer);
    uv_cond_destroy(&analyst->wanted);
    uv_mutex_destroy(&analyst->mutex);
    arena_close(analyst->arena);
}

void analyst_ask(struct analyst *analyst, struct snapshot *texts)
{
    uv_mutex_lock(&analyst->mutex);
    drop(analyst->next);
    analyst->next = texts;
    atomic_store(&analyst->stop, true);
    uv_cond_signal(&analyst->wanted);
    uv_mutex_unlock(&analyst->mutex);
}

void analyst_stop(struct analyst *analyst)
{
    atomic_store(&analyst->stop, true);
}

struct answer *analyst_take(struct analyst *analyst)
{
    struct answer *answer;

    uv_mutex_lock(&analyst->mutex);
    answer = analyst->answer;
    analyst->answer = NULL;
    uv_mutex_unlock(&analyst->mutex);
    return answer;
}
