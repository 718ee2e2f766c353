/* sources.c - files by folder, and what each folder's driver needs. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/sources.h"

#include "project/find_priv.h"
#include "project/folders.h"
#include "project/linkage.h"
#include "project/text_file.h"
#include "project/tree.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/path.h"

#include <string.h>

/* Where names bring in more than this they mean something else. */
enum { MOST_BROUGHT_IN = 100 };

/* A file, with the number of its part. */
struct file {
    const char *path; /* full */
    const char *folder;
    const struct scan *scan;
    struct words include; /* folders, once they are guessed */
    bool is_guessed;
};

struct sorting {
    const struct finder *finder;
    const char *root;
    struct linkage *linkage;
    struct folders *folders;
    struct vec_of(struct file) files; /* by number of their part */
};

static void add_file(struct sorting *sorting, const char *path)
{
    const struct finder *finder = sorting->finder;
    struct arena *arena = finder->arena;
    struct arena *scratch = arena_open();
    struct file file = { .path = path, .folder = path_directory(arena, path) };
    struct file_text text;

    if (!text_file_read(scratch, finder_short(finder, path), finder->fail,
                        &text)) {
        arena_close(scratch);
        return;
    }

    size_t part =
        linkage_add_part(sorting->linkage, file.folder, command_is_cxx(path));

    struct scan *scan = arena_new(arena, struct scan);

    *scan = scan_text(arena, finder->strings, text.data);
    file.scan = scan;
    linkage_add_scan(sorting->linkage, part, scan);
    vec_push(arena, &sorting->files, file);
    arena_close(scratch);
}

/* What its headers say, a file says. */
static void guess(void *data, size_t number)
{
    struct sorting *sorting = data;
    struct file *file = &sorting->files.items[number];
    struct scans headers = { 0 };

    if (file->is_guessed)
        return;
    file->is_guessed = true;
    folders_guess(sorting->folders, file->path, file->scan, &file->include,
                  &headers);
    vec_each (const struct scan *, header, &headers)
        linkage_add_header(sorting->linkage, number, *header);
}

/* Folders are seen from the root of the tree. */
static void fill(struct sorting *sorting, size_t number,
                 struct filling *filling)
{
    const struct finder *finder = sorting->finder;
    const struct file *file = &sorting->files.items[number];
    struct words words = { 0 };

    guess(sorting, number);

    vec_each (const char *, folder, &file->include) {
        vec_push(finder->arena, &words, "-I");
        vec_push(finder->arena, &words,
                 path_relative(finder->arena, *folder, sorting->root));
    }

    struct command command = {
        .file = file->path,
        .directory = sorting->root,
        .arguments = words.items,
        .count = words.count,
    };

    filling_add_command(finder, filling, &command);
}

static bool is_driver(const struct sorting *sorting, size_t number)
{
    return linkage_is_driver(sorting->linkage, number);
}

static bool is_program(const struct sorting *sorting, size_t number)
{
    return linkage_is_program(sorting->linkage, number) &&
           !is_driver(sorting, number);
}

static bool is_below(const char *folder, const char *root)
{
    size_t length = strlen(root);

    return strncmp(folder, root, length) == 0 &&
           (folder[length] == '\0' || folder[length] == '/');
}

/* How many entry routines are in the folder itself. */
static size_t count_drivers(const struct sorting *sorting, const char *folder)
{
    size_t count = 0;

    for (size_t i = 0; i < sorting->files.count; i++)
        if (is_driver(sorting, i) &&
            (!folder || strcmp(sorting->files.items[i].folder, folder) == 0))
            count++;
    return count;
}

/* The driver whose folder is the nearest around the file, or itself. */
static size_t owner(const struct sorting *sorting, size_t number)
{
    const struct file *file = &sorting->files.items[number];
    size_t best = number, longest = 0;

    for (size_t i = 0; i < sorting->files.count; i++) {
        const char *folder = sorting->files.items[i].folder;
        if (is_driver(sorting, i) && is_below(file->folder, folder) &&
            strlen(folder) > longest) {
            best = i;
            longest = strlen(folder);
        }
    }
    return best;
}

static const char *name_of(const struct sorting *sorting, size_t number,
                           bool is_alone)
{
    const struct file *file = &sorting->files.items[number];
    const char *base = path_base(file->path);

    if (is_alone)
        return path_base(file->folder);
    return arena_strndup(sorting->finder->arena, base,
                         strlen(base) - strlen(path_extension(base)));
}

static void add_driver(struct sorting *sorting, size_t number)
{
    const struct finder *finder = sorting->finder;
    const struct file *file = &sorting->files.items[number];
    bool is_alone = count_drivers(sorting, file->folder) == 1;
    struct filling filling =
        filling_make(finder, name_of(sorting, number, is_alone),
                     finder_short(finder, file->path));
    struct parts_linked linked = { 0 };

    vec_push(finder->arena, &linked, number);
    for (size_t i = 0; is_alone && i < sorting->files.count; i++)
        if (i != number && !is_program(sorting, i) &&
            owner(sorting, i) == number)
            vec_push(finder->arena, &linked, i);
    if (!linkage_close(sorting->linkage, finder->arena, guess, sorting,
                       MOST_BROUGHT_IN, &linked))
        fail_note(finder->fail,
                  (struct fail_place){ .file = filling.image.origin },
                  "which files of other folders this driver is linked with "
                  "cannot be told; a project or a database could");
    vec_each (const size_t, part, &linked)
        fill(sorting, *part, &filling);
    filling_finish(finder, &filling);
}

static void add_all(struct sorting *sorting)
{
    struct filling filling = filling_make(sorting->finder, NULL, NULL);

    for (size_t i = 0; i < sorting->files.count; i++)
        if (!is_program(sorting, i))
            fill(sorting, i, &filling);
    filling_finish(sorting->finder, &filling);
}

void sources_add_images(const struct finder *finder, const char *folder,
                        const struct tree *tree)
{
    struct sorting sorting = {
        .finder = finder,
        .root = folder,
        .linkage = linkage_make(finder->arena, finder->strings,
                                &finder->options->entries, true),
        .folders = folders_make(finder->arena, finder->strings, &tree->headers,
                                finder->options->headers),
    };

    vec_each (const char *, path, &tree->sources)
        add_file(&sorting, *path);
    if (count_drivers(&sorting, NULL) < 2) {
        add_all(&sorting);
        return;
    }
    for (size_t i = 0; i < sorting.files.count; i++)
        if (is_driver(&sorting, i))
            add_driver(&sorting, i);
}
