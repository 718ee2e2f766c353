/* explore.h - every run of a driver, up to a bound, and the faults they show.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef MODEL_EXPLORE_H
#define MODEL_EXPLORE_H

#include "run.h"

struct limits {
    unsigned callbacks; /* how many routines between entry and unload */
    size_t states;      /* how many different states between routines */
    size_t runs;        /* how many runs of one routine in one state */
};

/* A fault, with the shortest run that shows it. */
struct finding {
    struct fault fault;
    bool open;  /* true only if no run shows it beyond dispute */
    bool first; /* some run shows it before any other of its registration */
    size_t weight;
    char **story;
    size_t story_length;
};

struct outcome {
    struct finding *findings; /* sorted by place, then rule */
    size_t finding_count;
    size_t states;
    size_t runs;
    size_t ends[END_SEEN + 1]; /* how runs ended */
    bool complete;             /* no limit cut anything off */
};

/* Runs the driver whose DriverEntry is given. Its image was found before. */
struct outcome explore(DRIVER_INITIALIZE *entry, const struct limits *limits);

#endif
