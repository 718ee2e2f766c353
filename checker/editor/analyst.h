/* analyst.h - analyses on a thread of their own, one at a time.
 *
 * What it is asked for is always the present state of things: what it is still
 * busy with when it is asked again is stopped, as soon as it looks. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_ANALYST_H
#define UNLOADCHECK_EDITOR_ANALYST_H

#include <stdatomic.h>
#include <stdbool.h>

struct analyst;
struct answer;
struct snapshot;

/* Called on the thread of the analyst. Gives NULL if it was stopped, which it
 * asks `stop` for now and then. */
typedef struct answer *analyze_texts(void *data, const struct snapshot *texts,
                                     const atomic_bool *stop);

/* `refine` is called after an analysis that was not stopped, with the same
 * texts, and may give an answer that says more. `done` is called on the thread
 * of the analyst after each of both: it wakes up whoever takes the answers.
 * NULL if there can be no thread. */
struct analyst *analyst_open(analyze_texts *analyze, analyze_texts *refine,
                             void *data, void (*done)(void *data),
                             void *done_data);

/* Waits until the analysis that goes on is stopped. */
void analyst_close(struct analyst *analyst);

/* Wants these analysed, which it takes over, in place of all it was asked. */
void analyst_ask(struct analyst *analyst, struct snapshot *texts);

/* What is done by it is out of date. */
void analyst_stop(struct analyst *analyst);

/* The newest answer, once; NULL: there is none. */
struct answer *analyst_take(struct analyst *analyst);

#endif
