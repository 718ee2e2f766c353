/* parser.h - which parser there is, without loading it, and the parser loaded.
 *
 * What is kept from earlier runs is good for the parser that it was made with,
 * so its version has to be known even where nothing is parsed. Only loaded it
 * says so, which takes longer than all else that such a run does. So what it
 * said is kept, and counts as long as its file looks the same.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_PARSER_H
#define UNLOADCHECK_DRIVER_PARSER_H

#include <stdbool.h>

struct parser;
struct run;
struct run_cache;

/* In run->arena. `cache` may be NULL. */
struct parser *parser_make(struct run *run, const struct run_cache *cache);

/* Where it will be needed: loads it on a thread while other things are done,
 * until it is asked for. To be closed then. */
void parser_begin(struct parser *parser);
void parser_close(struct parser *parser);

/* As capture_compiler says it. NULL, and why is told, if there is no parser. */
const char *parser_version(struct parser *parser);

/* To be called before anything is parsed, while no other thread does anything.
 * False, and why is told once, if nothing can be. */
bool parser_load(struct parser *parser);

#endif
