/* settings.h - .unloadcheck.yaml: what a team has settled for a tree.
 *
 * The file is looked for in the folder of the first file or folder that is
 * named, and in those around it; the nearest one counts, alone. What the
 * command line says comes before it. docs/configuration.md lists the keys.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_SETTINGS_H
#define UNLOADCHECK_DRIVER_SETTINGS_H

#include "support/fail.h"
#include "support/vec.h"

struct options;
struct rule_set;
struct run;

/* One value of the file. */
struct setting {
    const char *key;  /* "path-maps" */
    const char *name; /* what it is the value of; NULL: of the key itself */
    const char *value;
    struct fail_place place;
};

struct settings vec_of(struct setting);

#define SETTINGS_NAME ".unloadcheck.yaml"

/* Reads the file that holds for the command line, if there is one, into the
 * options. What is wrong with it is told; the rest counts. */
void settings_read(struct run *run, struct options *options);

/* The rules under the settings: some off, some with another severity, and the
 * entry points of an unusual driver added to the roots. */
const struct rule_set *settings_apply(struct run *run,
                                      const struct options *options,
                                      const struct rule_set *rules);

/* Prints what is in force and where each setting comes from, in the form of
 * the file. */
void settings_dump(struct run *run, const struct options *options);

#endif
