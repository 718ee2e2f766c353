/* move.c - the options that are paths, seen from another working folder. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/move.h"

#include "driver/options.h"
#include "support/arena.h"
#include "support/file.h"
#include "support/path.h"

#include <string.h>

struct move {
    struct arena *arena;
    const char *from; /* absolute */
    const char *to;
};

static const char *seen_from_there(const struct move *move, const char *path)
{
    const char *full =
        path_normal(move->arena, path_join(move->arena, move->from, path));

    return path_short(move->arena, full, move->to);
}

static const char *full_path(const struct move *move, const char *path)
{
    return path_join(move->arena, move->from, path);
}

static void move_words(const struct move *move, struct words *words)
{
    struct words moved = { 0 };

    vec_each (const char *, word, words)
        vec_push(move->arena, &moved, seen_from_there(move, *word));
    *words = moved;
}

static void move_outputs(const struct move *move, struct words *formats)
{
    struct words moved = { 0 };

    vec_each (const char *, word, formats) {
        size_t length = strcspn(*word, ":");
        const char *file = *word + length + ((*word)[length] == ':');
        vec_push(move->arena, &moved,
                 *file == '\0'
                     ? *word
                     : arena_format(move->arena, "%.*s:%s", (int)length, *word,
                                    full_path(move, file)));
    }
    *formats = moved;
}

void move_options(struct arena *arena, const char *to, struct options *options)
{
    const struct move move = { arena, file_working_directory(arena), to };
    const char **const in_tree[] = { &options->database, &options->config };
    const char **const outside[] = {
        &options->wdk,    &options->headers,  &options->cache_folder,
        &options->output, &options->baseline, &options->export_fixes
    };

    move_words(&move, &options->operands);
    move_words(&move, &options->rule_folders);
    move_outputs(&move, &options->formats);
    for (size_t i = 0; i < sizeof(in_tree) / sizeof(*in_tree); i++)
        if (*in_tree[i])
            *in_tree[i] = seen_from_there(&move, *in_tree[i]);
    for (size_t i = 0; i < sizeof(outside) / sizeof(*outside); i++)
        if (*outside[i])
            *outside[i] = full_path(&move, *outside[i]);
    if (options->line_filter && *options->line_filter == '@')
        options->line_filter = arena_format(
            arena, "@%s", full_path(&move, options->line_filter + 1));
}
