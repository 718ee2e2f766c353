/* restyle.c - lays out a fix as the style of its tree wants it.
 *
 * clang-format is given the edited text and the lines that are new in it. What
 * it changed is found by what both texts have at their beginning and end.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/restyle.h"

#include "fix/apply.h"
#include "fix/tokens.h"
#include "support/arena.h"
#include "support/file.h"
#include "support/path.h"
#include "support/process.h"
#include "support/text.h"
#include "support/words.h"

#include <string.h>

enum { PATIENCE = 20 }; /* seconds */

/* Whether one holds for the file. */
static bool has_style(struct arena *arena, const char *file)
{
    static const char *const names[] = { ".clang-format", "_clang-format" };
    const char *full = path_normal(
        arena, path_join(arena, file_working_directory(arena), file));

    for (const char *folder = path_directory(arena, full); folder;
         folder = path_above(arena, folder))
        for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
            if (file_is_regular(path_join(arena, folder, names[i])))
                return true;
    return false;
}

static size_t count_lines(const char *text, size_t size)
{
    size_t count = 0;

    for (size_t i = 0; i < size; i++)
        count += text[i] == '\n';
    return count;
}

/* --lines=FIRST:LAST for each edit, in the text that is edited. */
static void add_lines(struct arena *arena, const struct sketch *sketch,
                      const struct fix *fix, struct words *words)
{
    long more = 0;

    for (size_t i = 0; i < fix->edit_count; i++) {
        const struct edit *edit = &fix->edits[i];
        size_t put = count_lines(edit->text, strlen(edit->text));
        size_t taken = count_lines(sketch->text + edit->offset, edit->length);
        long first = (long)sketch_line(sketch, edit->offset) + 1 + more;
        if (*edit->text != '\0')
            vec_push(arena, words,
                     arena_format(arena, "--lines=%ld:%ld", first,
                                  first + (long)put));
        more += (long)put - (long)taken;
    }
}

/* The text as clang-format writes it; false if it does not. */
static bool format(const struct fix *fix, const struct words *lines,
                   const struct text *edited, struct text *out)
{
    static const char *const programs[] = { "clang-format", "clang-format-22" };
    struct arena *arena = out->arena;

    for (size_t i = 0; i < sizeof(programs) / sizeof(*programs); i++) {
        struct words words = { 0 };
        struct text trouble = text_make(arena);
        struct process_call call = { .input = edited, .seconds = PATIENCE };
        int status = 1;
        vec_push(arena, &words, programs[i]);
        vec_push(arena, &words, "--style=file");
        vec_push(arena, &words,
                 arena_format(arena, "--assume-filename=%s", fix->file));
        vec_each (const char *, word, lines)
            vec_push(arena, &words, *word);
        vec_push(arena, &words, NULL);
        call.words = words.items;
        if (process_run(&call, out, &trouble, &status) && status == 0)
            return out->length != 0;
    }
    return false;
}

/* One edit that makes the new text of the old one. */
static struct edit difference(struct arena *arena, const struct sketch *sketch,
                              const struct text *new)
{
    size_t start = 0, old_end = sketch->size, new_end = new->length;

    while (start < old_end && start < new_end &&
           sketch->text[start] == new->data[start])
        start++;
    while (old_end > start && new_end > start &&
           sketch->text[old_end - 1] == new->data[new_end - 1]) {
        old_end--;
        new_end--;
    }
    return (struct edit){
        start,
        old_end - start,
        arena_strndup(arena, new->data + start, new_end - start),
    };
}

const struct fix *fix_restyle(struct arena *arena, const struct sketch *sketch,
                              const struct fix *fix)
{
    struct patch patch = { .file = fix->file };
    struct text edited = text_make(arena), out = text_make(arena);
    struct words lines = { 0 };
    struct fix *restyled;
    struct edit edit;

    if (!has_style(arena, fix->file) || !patch_add(arena, &patch, fix))
        return NULL;
    patch_apply(&patch, sketch->text, sketch->size, &edited);
    add_lines(arena, sketch, fix, &lines);
    if (lines.count == 0 || !format(fix, &lines, &edited, &out))
        return NULL;
    edit = difference(arena, sketch, &out);
    restyled = arena_copy(arena, fix, sizeof(*fix));
    restyled->edits = arena_copy(arena, &edit, sizeof(edit));
    restyled->edit_count = 1;
    return restyled;
}
