/* evaluate_priv.h - what the passes of an evaluation share. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_EVALUATE_PRIV_H
#define UNLOADCHECK_PROJECT_EVALUATE_PRIV_H

#include "project/evaluate.h"
#include "project/expand.h"

struct xml_element;

/* The files that are being read, innermost first. */
struct import {
    const char *path;
    const struct import *outer;
};

/* A group of items or definitions, for the later passes. */
struct deferred {
    const struct xml_element *group;
    const char *file; /* it stands in, full */
};

struct evaluator {
    struct arena *arena;
    struct arena *trees; /* of the files, for as long as they are evaluated */
    const struct evaluate_options *options;
    struct fail *fail;
    struct evaluation *out;
    const char *file; /* that is being read, full */
    const struct import *import;
    struct words read; /* files, full */
    struct vec_of(struct deferred) deferred;
};

/* As messages call it. */
const char *evaluator_short(const struct evaluator *evaluator,
                            const char *path);

/* What expands text of the element. */
struct expander evaluator_expander(const struct evaluator *evaluator,
                                   const struct xml_element *element);

/* Whether the element's condition holds. */
bool evaluator_holds(const struct evaluator *evaluator,
                     const struct xml_element *element);

/* Sets what asks for the file being read. */
void evaluator_enter(struct evaluator *evaluator, const char *file);

/* The second and the third pass. */
void evaluate_items(struct evaluator *evaluator);

#endif
