/* vcxproj.h - a project of Visual C++: what it makes, out of which files. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_VCXPROJ_H
#define UNLOADCHECK_PROJECT_VCXPROJ_H

#include "project/command.h"
#include "support/words.h"

#include <stdbool.h>

struct evaluate_options;
struct fail;

enum project_kind {
    PROJECT_DRIVER,
    PROJECT_LIBRARY, /* a static one: part of what refers to it */
    PROJECT_OTHER    /* runs in user mode, or makes no code */
};

struct project {
    const char *path; /* full */
    const char *name;
    enum project_kind kind;
    bool is_user;            /* is built for user mode: no part of a driver */
    const char *driver_kind; /* "KMDF 1.15", "WDM" */
    const char *output;      /* base name of the library it makes */
    struct commands commands;
    struct words references; /* full names of projects it links with */
    struct words libraries;  /* base names of the libraries it links with */
};

/* Reads the project for the configuration and platform of the options, or, if
 * it does not have them, for those that are most like them, which is told.
 * NULL, and why, if there is no project. */
struct project *vcxproj_read(struct arena *arena,
                             const struct evaluate_options *options,
                             const char *path, struct fail *fail);

#endif
