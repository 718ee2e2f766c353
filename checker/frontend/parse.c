/* parse.c - parses a file, again and again until nothing more can be mended. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/parse.h"

#include "frontend/capture.h"
#include "frontend/complaints.h"
#include "frontend/missing.h"
#include "frontend/preamble.h"
#include "frontend/source.h"
#include "frontend/unsaved.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"

#include <string.h>

/* Each round makes up something for every error, so few are needed. */
enum { ROUND_LIMIT = 16 };

static bool parse_with(struct parse *parse, const char *path,
                       const struct words *words,
                       const struct unsaved_files *files)
{
    enum CXErrorCode error = clang_parseTranslationUnit2FullArgv(
        parse->index, path, words->items, (int)words->count, files->items,
        (unsigned)files->count, CXTranslationUnit_KeepGoing, &parse->unit);
    return error == CXError_Success;
}

static bool parse_rounds(struct arena *arena, struct strings *strings,
                         const char *path, const struct arguments *arguments,
                         const char *directory, struct missing *missing,
                         struct parse *parse)
{
    parse->index = clang_createIndex(0, 0);
    for (int round = 0;; round++) {
        if (!parse_with(parse, path, &arguments->words, &missing->files))
            return false;
        parse->source = source_make(arena, strings, parse->unit, directory);
        if (!missing_learn(missing, parse->source) || round == ROUND_LIMIT)
            return true;
        clang_disposeTranslationUnit(parse->unit);
        parse->unit = NULL;
    }
}

/* The words with which a file is parsed over a preamble. What that is made of
 * is not checked again, as its name stands for it. */
static struct words words_over(struct arena *arena, const struct words *words,
                               const char *preamble)
{
    const char *const more[] = { "-include-pch", preamble, "-Xclang",
                                 "-fno-validate-pch" };
    struct words all = { 0 };
    vec_each (const char *, word, words)
        vec_push(arena, &all, *word);
    for (size_t i = 0; i < sizeof(more) / sizeof(*more); i++)
        vec_push(arena, &all, more[i]);
    return all;
}

/* True if that was done, and the parser has nothing to say: then it is as if
 * there were no preamble. The text that is parsed is the one that the preamble
 * was found for, whatever the file holds by now. */
static bool parse_over(struct arena *arena, struct strings *strings,
                       const char *path, const struct arguments *arguments,
                       const struct capture_options *options,
                       const struct file_text *text, struct parse *parse)
{
    struct CXUnsavedFile both[] = {
        { MADE_UP_PRELUDE, "", 0 }, unsaved_file(path, text->data, text->size)
    };
    struct unsaved_files files = { both, 2, 2 };
    const char *preamble = options->preambles && options->text_count == 0
                               ? preamble_find(options->preambles, arena,
                                               arguments, path, text->data)
                               : NULL;
    if (!preamble)
        return false;
    struct words words = words_over(arena, &arguments->words, preamble);
    parse->index = clang_createIndex(1, 0); /* without what it declares */
    if (parse_with(parse, path, &words, &files) &&
        clang_getNumDiagnostics(parse->unit) == 0) {
        parse->source =
            source_make(arena, strings, parse->unit, options->directory);
        return true;
    }
    parse_close(parse);
    *parse = (struct parse){ 0 };
    return false;
}

/* Whether the text that is to be parsed is not that of the disk. */
static bool is_given(struct arena *arena, const char *path,
                     const struct capture_options *options)
{
    const char *full = path_normal(
        arena, path_join(arena, file_working_directory(arena), path));
    for (size_t i = 0; i < options->text_count; i++)
        if (strcmp(options->texts[i].path, full) == 0)
            return true;
    return false;
}

static void add_texts(struct arena *arena,
                      const struct capture_options *options,
                      struct missing *missing)
{
    for (size_t i = 0; i < options->text_count; i++) {
        const struct capture_text *text = &options->texts[i];
        vec_push(arena, &missing->files,
                 unsaved_file(text->path, text->data, text->size));
    }
}

bool parse_open(struct arena *arena, struct strings *strings, const char *path,
                const struct arguments *arguments,
                const struct capture_options *options, struct fail *fail,
                struct parse *parse)
{
    struct fail_place place = { path, 0, 0 };
    const char *directory = options->directory;
    const char *full = path_join(arena, directory ? directory : "", path);
    struct file_text text = { 0 };
    if (!is_given(arena, full, options) && !file_read(arena, full, fail, &text))
        return false;
    struct missing *missing = missing_make(arena, strings, arguments, fail);
    add_texts(arena, options, missing);
    *parse = (struct parse){ 0 };
    if (!parse_over(arena, strings, full, arguments, options, &text, parse) &&
        !parse_rounds(arena, strings, full, arguments, directory, missing,
                      parse)) {
        fail_add(fail, place, "the parser gave up on this file");
        parse_close(parse);
        return false;
    }
    const char *name = source_name(parse->source, path);
    missing_tell(missing, name);
    complaints_tell(parse->source, name, fail);
    return true;
}

void parse_close(struct parse *parse)
{
    if (parse->unit)
        clang_disposeTranslationUnit(parse->unit);
    clang_disposeIndex(parse->index);
}
