/* glob.c - part by part, down into the folders. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/glob.h"

#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"

#include <ctype.h>
#include <string.h>

enum { DEEPEST = 40 };

bool glob_has_wildcard(const char *pattern)
{
    return strpbrk(pattern, "*?") != NULL;
}

bool glob_matches(const char *pattern, const char *name)
{
    const char *star = NULL;
    const char *resume = name;

    while (*name != '\0') {
        if (*pattern == '*') {
            star = pattern++;
            resume = name;
        } else if (*pattern == '?' || tolower((unsigned char)*pattern) ==
                                          tolower((unsigned char)*name)) {
            pattern++;
            name++;
        } else if (star) {
            pattern = star + 1;
            name = ++resume;
        } else {
            return false;
        }
    }
    return pattern[strspn(pattern, "*")] == '\0';
}

static void walk(struct arena *arena, const char *folder, const char *pattern,
                 unsigned depth, struct words *files);

/* Each entry of the folder that the part means. */
static void walk_entries(struct arena *arena, const char *folder,
                         const char *part, const char *rest, unsigned depth,
                         struct words *files)
{
    struct file_names names = { 0 };
    bool is_deep = strcmp(part, "**") == 0;

    if (!file_is_directory(folder) ||
        !file_list(arena, folder, fail_make(arena), &names))
        return;
    vec_each (const char *, name, &names) {
        const char *path = path_join(arena, folder, *name);
        if (is_deep && file_is_directory(path) && !file_is_link(path))
            walk(arena, path, arena_format(arena, "**/%s", rest), depth + 1,
                 files);
        else if (!is_deep && glob_matches(part, *name) && *rest != '\0')
            walk(arena, path, rest, depth + 1, files);
        else if (!is_deep && glob_matches(part, *name) && file_is_regular(path))
            vec_push(arena, files, path);
    }
}

static void walk(struct arena *arena, const char *folder, const char *pattern,
                 unsigned depth, struct words *files)
{
    size_t length = strcspn(pattern, "/\\");
    const char *part = arena_strndup(arena, pattern, length);
    const char *rest = pattern + length + strspn(pattern + length, "/\\");

    if (depth > DEEPEST)
        return;
    if (strcmp(part, "**") == 0) {
        walk(arena, folder, *rest ? rest : "*", depth + 1, files);
        walk_entries(arena, folder, part, *rest ? rest : "*", depth, files);
    } else if (glob_has_wildcard(part)) {
        walk_entries(arena, folder, part, rest, depth, files);
    } else {
        const char *path = file_in_any_case(arena, folder, part);
        if (path && *rest != '\0')
            walk(arena, path, rest, depth + 1, files);
        else if (path && file_is_regular(path))
            vec_push(arena, files, path);
    }
}

void glob_files(struct arena *arena, const char *directory, const char *pattern,
                struct words *files)
{
    size_t length = path_root(pattern);

    if (length != 0)
        directory = arena_strndup(arena, pattern, length);
    else if (pattern[0] == '\\')
        directory = "/";
    pattern += length;
    walk(arena, directory, pattern + strspn(pattern, "/\\"), 0, files);
}
