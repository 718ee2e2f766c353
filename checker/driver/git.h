/* git.h - what git knows of the work tree that this is run in. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_GIT_H
#define UNLOADCHECK_DRIVER_GIT_H

#include <stdbool.h>

struct changes;
struct run;
struct text;
struct words;

struct git_call {
    const char *purpose; /* what cannot be done without: starts the message;
                            NULL: then nobody is told */
    const char *folder;  /* where git is run */
    const char *const *words;     /* without "git"; NULL behind the last */
    const char *const *variables; /* as for process_run */
};

/* Adds what git writes to `out`. False, and why, if it fails. */
bool git_run(struct run *run, const struct git_call *call, struct text *out);

/* The same for what writes names with a NUL behind each (-z). */
bool git_names(struct run *run, const struct git_call *call,
               struct words *names);

/* Adds the lines in which the files of the work tree differ from `revision`;
 * of files that git does not know yet, all. False, and why, if git does not
 * say. */
bool git_changes(struct run *run, const char *revision,
                 struct changes *changes);

/* Adds the lines in which what is staged in the work tree at `root` differs
 * from `revision`. The names are taken to be those of files in the working
 * folder. */
bool git_staged_changes(struct run *run, const char *root, const char *revision,
                        struct changes *changes);

#endif
