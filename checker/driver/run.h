/* run.h - what one run of the command owns, and how it ends.
 *
 * Every command gets the run and its options, prints its result on the
 * standard output, adds what went wrong with its input to `fail`, and returns
 * a status. main prints the failures; one error among them makes the status
 * RUN_TROUBLE, whatever the command returned.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_RUN_H
#define UNLOADCHECK_DRIVER_RUN_H

struct arena;
struct fail;
struct strings;

/* The exit statuses: part of the command's interface. */
enum run_status { RUN_CLEAN = 0, RUN_FINDINGS = 1, RUN_TROUBLE = 2 };

struct run {
    struct arena *arena;
    struct strings *strings;
    struct fail *fail;
};

#endif
