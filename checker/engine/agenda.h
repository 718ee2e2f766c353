/* agenda.h - which node is executed next.
 *
 * A binary heap (J. Williams, "Algorithm 232: Heapsort", CACM 1964). Nodes of
 * equal rank come out in the order in which they went in.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_AGENDA_H
#define UNLOADCHECK_ENGINE_AGENDA_H

#include <stddef.h>
#include <stdint.h>

struct agenda;
struct arena;
struct node;

/* Lives in `arena`. */
struct agenda *agenda_make(struct arena *arena);

/* The lower the rank, the sooner. */
void agenda_add(struct agenda *agenda, struct node *node, uint64_t rank);

/* Takes the first one off; NULL: there is none. */
struct node *agenda_next(struct agenda *agenda);

#endif
