/* capture.c - from a source file to a unit: what is done, in order.
 *
 * The parser and the lowering go as deep as the code is nested. Both run on a
 * thread of their own with a stack that has room for that; libclang is told not
 * to start another one with less.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/capture.h"

#include "frontend/allowances.h"
#include "frontend/arguments.h"
#include "frontend/libclang.h"
#include "frontend/lower.h"
#include "frontend/parse.h"
#include "frontend/reads_note.h"
#include "support/environment.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/parallel.h"
#include "support/text.h"

struct capture {
    struct arena *arena;
    struct strings *strings;
    const char *path;
    const char *const *arguments;
    size_t count;
    const struct capture_options *options;
    struct fail *fail;
    struct unit *unit;
};

void capture_prepare(void)
{
    environment_set("LIBCLANG_NOTHREADS", "1");
}

const char *capture_parser(struct arena *arena)
{
    return libclang_file(arena);
}

bool capture_load(struct arena *arena, struct fail *fail, const char **parser)
{
    return libclang_open(arena, fail, parser);
}

const char *capture_compiler(struct arena *arena)
{
    CXString version = clang_getClangVersion();
    char *copy = arena_strdup(arena, clang_getCString(version));
    clang_disposeString(version);
    return copy;
}

static void add_line(struct text *out, const char *line)
{
    text_add(out, line);
    text_add_char(out, '\n');
}

void capture_describe(struct arena *arena, const char *path,
                      const char *const *arguments, size_t count,
                      const struct capture_options *options, struct text *out)
{
    struct arguments made =
        arguments_make(arena, path, arguments, count, options);
    vec_each (const char *, word, &made.words)
        add_line(out, *word);
    add_line(out, options->directory ? options->directory : "");
    vec_each (const char *, word, &made.dropped)
        add_line(out, *word);
}

static struct lowering *lowering_make(struct capture *capture,
                                      struct arena *scratch,
                                      struct parse *parse)
{
    struct lowering *lowering = arena_new(scratch, struct lowering);
    lowering->arena = capture->arena;
    lowering->scratch = scratch;
    lowering->strings = capture->strings;
    lowering->fail = capture->fail;
    lowering->source = parse->source;
    lowering->unit = arena_new(capture->arena, struct unit);
    lowering->unit->arena = capture->arena;
    lowering->unit->path = source_name(parse->source, capture->path);
    lowering->functions = map_make(scratch);
    lowering->globals = map_make(scratch);
    lowering->records = map_make(scratch);
    lowering->fields = map_make(scratch);
    lowering->shapes = map_make(scratch);
    lowering->roles = map_make(scratch);
    lowering->classes = map_make(scratch);
    lowering->captures = map_make(scratch);
    lowering->dynamic = map_make(scratch);
    lowering->flags = map_make(scratch);
    lowering->roots = map_make(scratch);
    return lowering;
}

/* Lowering a function may put more of them in the list. */
static void lower_all_functions(struct lowering *lowering)
{
    for (size_t i = 0; i < lowering->waiting.count; i++) {
        struct waiting waiting = lowering->waiting.items[i];
        lower_function(lowering, &waiting);
    }
}

static void finish_unit(struct lowering *lowering)
{
    struct unit *unit = lowering->unit;
    unit->functions = lowering->function_list.items;
    unit->function_count = lowering->function_list.count;
    unit->globals = lowering->global_list.items;
    unit->global_count = lowering->global_list.count;
    unit->records = lowering->record_list.items;
    unit->record_count = lowering->record_list.count;
}

static void tell_dropped(const struct capture *capture,
                         const struct arguments *arguments)
{
    vec_each (const char *, flag, &arguments->dropped)
        fail_note(capture->fail, (struct fail_place){ 0 },
                  "the flag '%s' is not known and is left out", *flag);
}

static void capture_run(void *data)
{
    struct capture *capture = data;
    struct arena *scratch = arena_open();
    struct parse parse;
    struct arguments arguments =
        arguments_make(scratch, capture->path, capture->arguments,
                       capture->count, capture->options);
    if (capture->options->tells_dropped)
        tell_dropped(capture, &arguments);
    if (parse_open(scratch, capture->strings, capture->path, &arguments,
                   capture->options, capture->fail, &parse)) {
        const struct capture_options *options = capture->options;
        if (options->reads)
            reads_note(options->reads, parse.unit, &arguments);
        struct lowering *lowering = lowering_make(capture, scratch, &parse);
        lowering->is_cxx = arguments.is_cxx;
        declare_all(lowering);
        lower_all_functions(lowering);
        finish_unit(lowering);
        allowances_note(parse.source, lowering->unit);
        capture->unit = lowering->unit;
        parse_close(&parse);
    }
    arena_close(scratch);
}

struct unit *capture_file(struct arena *arena, struct strings *strings,
                          const char *path, const char *const *arguments,
                          size_t count, const struct capture_options *options,
                          struct fail *fail)
{
    struct capture capture = { arena, strings, path, arguments,
                               count, options, fail, NULL };
    if (options->is_deep)
        capture_run(&capture);
    else
        parallel_run_deep(capture_run, &capture);
    return capture.unit;
}
