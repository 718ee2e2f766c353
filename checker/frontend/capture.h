/* capture.h - from a source file to a unit.
 *
 * The file is parsed as the compiler would with the same arguments, and all
 * functions it defines are lowered, with the functions of its headers that
 * they reach. A header or name that is nowhere to be found does not end that:
 * what is missing is made up, as little as the file needs, and told as a note.
 * A part that stays unreadable is told as an error.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_CAPTURE_H
#define UNLOADCHECK_FRONTEND_CAPTURE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct fail;
struct preambles;
struct reads;
struct strings;
struct text;
struct unit;

/* What a file holds for the parser, whatever is on the disk: the text of an
 * editor that was not saved. */
struct capture_text {
    const char *path; /* full */
    const char *data;
    size_t size;
};

struct capture_options {
    const char *headers;   /* folder of the model headers */
    const char *wdk;       /* folder of a driver kit to use instead, or NULL */
    const char *directory; /* what relative names in the arguments are relative
                              to; NULL for the working folder */
    bool tells_dropped;    /* a note for each flag that is not known */
    struct reads *reads;   /* gets what was read, see reads.h; or NULL */
    const struct capture_text *texts; /* each file at most once */
    size_t text_count;
    struct preambles *preambles; /* to be used and made, or NULL */
    bool is_deep; /* this thread has a stack for code of any depth */
};

/* To be called once before all that is below and before any thread is started:
 * lets files be parsed on stacks that are large enough for deeply nested code.
 */
void capture_prepare(void);

/* The file that the parser is in, as far as that can be told without loading
 * it, in `arena`; else NULL. */
const char *capture_parser(struct arena *arena);

/* Loads the parser, without which the rest cannot be called; not by two threads
 * at once. False, and why, if there is none. `parser`, if it is not NULL, gets
 * what capture_parser says of the one that was loaded, if it was not before. */
bool capture_load(struct arena *arena, struct fail *fail, const char **parser);

/* Which parser this is, and of which version. */
const char *capture_compiler(struct arena *arena);

/* Adds the command as the parser gets it, a word on each line: but for the
 * files that are read, nothing else decides what a file means. */
void capture_describe(struct arena *arena, const char *path,
                      const char *const *arguments, size_t count,
                      const struct capture_options *options, struct text *out);

/* The arguments are a compiler's without the file: those of cl where the first
 * one names it ("cl", "cl.exe", "clang-cl"), else those of clang and gcc, with
 * or without the compiler's name. NULL when nothing could be analysed. The
 * unit lives in `arena`. */
struct unit *capture_file(struct arena *arena, struct strings *strings,
                          const char *path, const char *const *arguments,
                          size_t count, const struct capture_options *options,
                          struct fail *fail);

#endif
