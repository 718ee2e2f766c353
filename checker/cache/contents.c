/* contents.c - what the files and folders of the disk hold, asked once a run.
 *
 * The answers are in a table; only looking there is guarded. Two threads may
 * ask the disk the same thing at the same time: both get the same answer.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cache/contents.h"

#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/file_map.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"
#include "support/text.h"

#include <string.h>
#include <strings.h>
#include <uv.h>

struct answer {
    bool is_there;
    struct digest digest;
};

struct contents {
    struct arena *arena;
    uv_mutex_t lock;
    struct strings *names;
    struct map *files; /* name -> struct answer, and so on */
    struct map *folders;
};

struct contents *contents_open(struct arena *arena)
{
    struct contents *contents = arena_new(arena, struct contents);

    contents->arena = arena;
    uv_mutex_init(&contents->lock);
    contents->names = strings_make(arena);
    contents->files = map_make(arena);
    contents->folders = map_make(arena);
    return contents;
}

void contents_close(struct contents *contents)
{
    uv_mutex_destroy(&contents->lock);
}

static struct answer ask_file(const char *path)
{
    struct file_map map;
    struct answer answer = { .is_there = file_map_open(path, NULL, &map) };

    if (answer.is_there) {
        answer.digest = digest_bytes(map.data, map.size);
        file_map_close(&map);
    }
    return answer;
}

/* Whether the extension is in a list that a ':' ends. */
static bool is_listed(const char *extension, const char *list)
{
    size_t length = strlen(extension);

    for (;;) {
        size_t width = strcspn(list, ",:");
        if (width == length && strncasecmp(list, extension, length) == 0)
            return true;
        if (list[width] != ',')
            return false;
        list += width + 1;
    }
}

static struct answer ask_names(const char *list)
{
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);
    struct file_names names = { 0 };
    const char *folder = list + strcspn(list, ":");

    folder += *folder == ':';
    if (file_list(scratch, folder, fail_make(scratch), &names))
        vec_each (const char *, name, &names)
            if (is_listed(path_extension(*name), list))
                text_addf(&all, "%s\n", *name);

    struct answer answer = { .digest =
                                 digest_bytes(text_str(&all), all.length) };

    arena_close(scratch);
    return answer;
}

static struct answer ask(struct contents *contents, struct map *answers,
                         const char *path,
                         struct answer (*question)(const char *path))
{
    uv_mutex_lock(&contents->lock);

    const char *name = strings_intern(contents->names, path);
    const struct answer *known = map_get(answers, name);

    uv_mutex_unlock(&contents->lock);
    if (known)
        return *known;

    struct answer answer = question(path);

    uv_mutex_lock(&contents->lock);
    if (!map_has(answers, name))
        map_put(answers, name,
                arena_copy(contents->arena, &answer, sizeof(answer)));
    uv_mutex_unlock(&contents->lock);
    return answer;
}

bool contents_of_file(struct contents *contents, const char *path,
                      struct digest *digest)
{
    struct answer answer = ask(contents, contents->files, path, ask_file);

    *digest = answer.digest;
    return answer.is_there;
}

struct digest contents_of_names(struct contents *contents, const char *names)
{
    return ask(contents, contents->folders, names, ask_names).digest;
}

/* In the order of the names, which file_list sorts. */
static void add_tree(struct text *all, const char *folder, const char *shown)
{
    struct arena *scratch = arena_open();
    struct file_names names = { 0 };

    if (!file_list(scratch, folder, fail_make(scratch), &names))
        names.count = 0;
    vec_each (const char *, name, &names) {
        const char *path = path_join(scratch, folder, *name);
        const char *below = path_join(scratch, shown, *name);
        struct answer answer = ask_file(path);
        if (answer.is_there)
            text_addf(all, "%s %s\n", digest_text(scratch, answer.digest),
                      below);
        else if (file_is_directory(path))
            add_tree(all, path, below);
    }
    arena_close(scratch);
}

struct digest contents_of_tree(const char *folder)
{
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);

    add_tree(&all, folder, "");

    struct digest digest = digest_bytes(text_str(&all), all.length);

    arena_close(scratch);
    return digest;
}
