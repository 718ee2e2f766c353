/* missing.h - what a file needs and does not find.
 *
 * After a parse, its errors tell which headers and names are nowhere. Something
 * is made up for each and the file is parsed again, until nothing new is
 * learnt. Headers first: a header that is there under another spelling (case,
 * separators) may declare the names.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_MISSING_H
#define UNLOADCHECK_FRONTEND_MISSING_H

#include "frontend/arguments.h"
#include "frontend/libclang.h"
#include "frontend/source.h"
#include "support/text.h"

struct fail;
struct map;
struct strings;

/* A name that is declared nowhere. */
struct missing_name;

struct unsaved_files vec_of(struct CXUnsavedFile);

struct missing {
    struct arena *arena;
    struct strings *strings;
    const struct arguments *arguments;
    struct fail *fail;
    struct map *headers; /* by name as included */
    struct map *names;   /* by name, to struct missing_name */
    struct unsaved_files files;
};

struct missing *missing_make(struct arena *arena, struct strings *strings,
                             const struct arguments *arguments,
                             struct fail *fail);

/* Learns from the errors of a parse. True: parse again with missing->files. */
bool missing_learn(struct missing *missing, struct source *source);

/* Tells the user what was made up. */
void missing_tell(struct missing *missing, const char *path);

/* missing_headers.c: true if the error is about a header. */
bool missing_header_learn(struct missing *missing, struct source *source,
                          CXDiagnostic error, const char *text, size_t step);

/* missing_names.c: true if something new is to be made up. What is looked for
 * goes by steps; a step that learns something makes the later ones wait. */
size_t missing_name_steps(void);
bool missing_name_learn(struct missing *missing, struct source *source,
                        CXDiagnostic error, const char *text, size_t step);
void missing_names_tell(struct missing *missing, const char *path);

/* missing_prelude.c: the header that declares them all. */
const char *missing_names_prelude(struct missing *missing);

#endif
