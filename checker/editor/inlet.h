/* inlet.h - where messages are read from, as they arrive. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_INLET_H
#define UNLOADCHECK_EDITOR_INLET_H

#include "editor/channel.h"
#include "editor/frames.h"

struct inlet {
    struct channel channel;
    uv_fs_t request;
    struct frames frames;
    struct arena *arena; /* of the frames */
    char bytes[64 * 1024];
    void (*heard)(void *data, struct span body);
    void (*ended)(void *data, bool is_broken); /* once, behind all that came */
    void *data;
    bool has_ended;
};

/* Its channel is open: from now on `heard` is called for each message, and
 * `ended` when there is no more, or what comes is no message. */
void inlet_start(struct inlet *inlet);

/* Hears no more. */
void inlet_close(struct inlet *inlet);

/* When the loop has ended. */
void inlet_release(struct inlet *inlet);

#endif
