/* tree.c - a walk, breadth first, so that what is near comes first. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/tree.h"

#include "project/command.h"
#include "project/database.h"
#include "project/solution.h"
#include "project/tlog.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/glob.h"
#include "support/path.h"

#include <string.h>
#include <strings.h>

enum { MOST_FOLDERS = 200000 };

struct walk {
    struct arena *arena;
    const char *root;
    const struct words *excluded;
    struct fail *fail;
    struct words folders;
    struct tree tree;
};

static bool matches_all(struct arena *arena, const char *pattern,
                        const char *path)
{
    for (;;) {
        size_t length = strcspn(pattern, "/"), part = strcspn(path, "/");
        if (!glob_matches(arena_strndup(arena, pattern, length),
                          arena_strndup(arena, path, part)))
            return false;
        if (pattern[length] == '\0' || pattern[length + 1] == '\0')
            return true;
        if (path[part] == '\0')
            return false;
        pattern += length + 1;
        path += part + 1;
    }
}

static bool matches_any_part(struct arena *arena, const char *pattern,
                             const char *path)
{
    for (;;) {
        size_t part = strcspn(path, "/");
        if (glob_matches(pattern, arena_strndup(arena, path, part)))
            return true;
        if (path[part] == '\0')
            return false;
        path += part + 1;
    }
}

bool tree_excludes(struct arena *arena, const struct words *patterns,
                   const char *path)
{
    vec_each (const char *, pattern, patterns) {
        bool has_folder = strchr(*pattern, '/') != NULL;
        if (has_folder ? matches_all(arena, *pattern, path)
                       : matches_any_part(arena, *pattern, path))
            return true;
    }
    return false;
}

bool tree_is_header(const char *name)
{
    static const char *const extensions[] = { ".h",   ".hpp", ".hxx", ".hh",
                                              ".inl", ".ipp", ".inc", ".tmh" };
    const char *extension = path_extension(name);

    for (size_t i = 0; i < sizeof(extensions) / sizeof(*extensions); i++)
        if (strcasecmp(extension, extensions[i]) == 0)
            return true;
    return false;
}

static struct words *kind_of(struct walk *walk, const char *name)
{
    if (strcmp(name, DATABASE_NAME) == 0)
        return &walk->tree.databases;
    if (solution_is(name))
        return &walk->tree.solutions;
    if (strcasecmp(path_extension(name), ".vcxproj") == 0)
        return &walk->tree.projects;
    if (strcasecmp(name, TLOG_NAME) == 0)
        return &walk->tree.records;
    if (command_is_source(name))
        return &walk->tree.sources;
    return tree_is_header(name) ? &walk->tree.headers : NULL;
}

static void visit(struct walk *walk, const char *folder)
{
    struct arena *arena = walk->arena;
    struct file_names names = { 0 };

    if (!file_list(arena, folder, walk->fail, &names))
        return;
    vec_each (const char *, name, &names) {
        const char *path = path_join(arena, folder, *name);
        const char *below = path_relative(arena, path, walk->root);
        struct words *kind = kind_of(walk, *name);
        if ((*name)[0] == '.' || tree_excludes(arena, walk->excluded, below))
            continue;
        if (file_is_directory(path) && !file_is_link(path))
            vec_push(arena, &walk->folders, path);
        else if (kind && file_is_regular(path))
            vec_push(arena, kind, path);
    }
}

struct tree tree_walk(struct arena *arena, const char *folder,
                      const char *shown, const struct words *excluded,
                      struct fail *fail)
{
    struct walk walk = {
        .arena = arena, .root = folder, .excluded = excluded, .fail = fail
    };

    vec_push(arena, &walk.folders, folder);
    for (size_t i = 0; i < walk.folders.count && i < MOST_FOLDERS; i++)
        visit(&walk, walk.folders.items[i]);
    if (walk.folders.count > MOST_FOLDERS)
        fail_add(fail, (struct fail_place){ .file = shown },
                 "has more than %d folders; the rest is not looked at",
                 MOST_FOLDERS);
    return walk.tree;
}
