/* outlet.h - where messages are written to, without waiting for the reader. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_OUTLET_H
#define UNLOADCHECK_EDITOR_OUTLET_H

#include "editor/channel.h"
#include "editor/span.h"

struct outlet {
    struct channel channel;
    bool is_broken;   /* nobody reads any more */
    size_t unwritten; /* messages */
    bool is_closing;
    bool is_closed;
};

/* Writes a message; in their order, whole or not at all. */
void outlet_send(struct outlet *outlet, struct span body);

/* Closes it when all is written. */
void outlet_close(struct outlet *outlet);

#endif
