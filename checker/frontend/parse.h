/* parse.h - parses a file, again and again until nothing more can be mended. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_PARSE_H
#define UNLOADCHECK_FRONTEND_PARSE_H

#include "frontend/arguments.h"
#include "frontend/libclang.h"

struct capture_options;
struct fail;
struct source;
struct strings;

struct parse {
    CXIndex index;
    CXTranslationUnit unit;
    struct source *source; /* lives in the arena given to parse_open */
};

/* False, and why, if there is nothing to look at. */
bool parse_open(struct arena *arena, struct strings *strings, const char *path,
                const struct arguments *arguments,
                const struct capture_options *options, struct fail *fail,
                struct parse *parse);
void parse_close(struct parse *parse);

#endif
