/* graphviz.h - graphs drawn by Graphviz, where it is installed. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_GRAPHVIZ_H
#define UNLOADCHECK_DRIVER_GRAPHVIZ_H

struct arena;

/* What `dot -Tsvg` makes of graphs in its language: a picture for each, one
 * behind the other. NULL if there is no such program, or it did not come to a
 * good end in ten seconds. UNLOADCHECK_DOT names another program; where it is
 * empty nothing is drawn. */
const char *graphviz_draw(struct arena *arena, const char *graphs);

#endif
