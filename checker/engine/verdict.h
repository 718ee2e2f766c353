/* verdict.h - what is known so far while the passes go on (engine/passes.c),
 * and what is said in the end (engine/conclude.c).
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_VERDICT_H
#define UNLOADCHECK_ENGINE_VERDICT_H

#include "engine/engine.h"
#include "engine/pass.h"

struct engine;

/* The pass about a subject that looks at all that matters. */
#define LAST_STEP 3

/* What a call makes, or what the calls are given that may be given it; of all
 * calls where nothing is made (`site` NULL). */
struct subject {
    const struct instruction *site;
    bool is_given;
    const struct origin *origin; /* as the last pass saw it; or NULL */
    struct engine *ended;        /* the last pass that came to its end */
    struct engine *hint;         /* one that did not, and met faults */
    struct engine *last;
    bool is_proved;
    bool is_open;  /* nor was it looked at in full */
    bool is_tried; /* to confirm what the last pass that ended met */
    bool is_told;  /* all that is wrong with it is certain, and told */
    bool is_part;  /* the part that deals with it was judged instead */
    struct proof proof;
};

/* What a part of the driver said of what is made there. */
struct part_verdict {
    bool is_whole; /* it came to its end */
    struct proof proof;
};

struct verdict {
    struct arena *arena;
    const struct survey *survey;
    struct engine *first;                    /* the pass about all */
    struct engine *about_all[LAST_STEP + 1]; /* passes for those of which
                                                nothing tells what they make */
    struct engine *recent[LAST_STEP + 1];    /* the last pass of each step */
    struct map *proved; /* instructions that make what ends well */
    struct map *parts;  /* instruction -> struct part_verdict */
    size_t bytes;       /* of all passes that are kept */
    bool is_short;      /* of memory: a pass had to end for that */
    bool *looked;       /* by place: a slice asked about it; NULL: nobody wants
                           to know */
    const struct engine_options *options;
    const struct instruction *about; /* the program is the part that deals with
                                        what this makes; NULL: it is whole */
    unsigned given_up;   /* subjects of which the last pass came to no end */
    unsigned part_count; /* of which the whole was looked at in vain before the
                            part was judged */
    struct vec_of(struct subject) subjects;
    struct analysis *analysis;
    struct vec_of(struct finding) findings;
    struct vec_of(struct limit) limits;
};

/* pass.c */
/* Runs a pass. It has one user. */
struct engine *verdict_run(struct verdict *verdict, struct pass pass);
/* Keeps a pass of that step, in place of the last one, for others like it. */
void verdict_remember(struct verdict *verdict, size_t step,
                      struct engine *engine);
void verdict_forget_recent(struct verdict *verdict);
/* One user less: without any the pass is closed. One that is about all stays,
 * of a pass that is to be closed; NULL: there is none. */
void verdict_release(struct verdict *verdict, struct engine *engine);
void verdict_close(struct verdict *verdict, struct engine *engine);

/* conclude.c */
/* Adds a finding. */
void verdict_tell(struct verdict *verdict, struct engine *engine,
                  const struct fault *fault, bool is_possible);

/* Whether there is a finding about what is made there, by a rule that looks at
 * one of the moments. */
bool verdict_has_finding(const struct verdict *verdict, struct place made,
                         unsigned at);

/* Writes all that was found out into the analysis. */
void verdict_conclude(struct verdict *verdict);

#endif
