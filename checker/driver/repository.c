/* repository.c - the root is the nearest folder upward with a `.git` in it,
 * which is a folder, or a file in a work tree of its own. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/repository.h"

#include "support/arena.h"
#include "support/file.h"
#include "support/path.h"

#include <stdbool.h>
#include <string.h>

static bool is_root(struct arena *arena, const char *folder)
{
    const char *mark = path_join(arena, folder, ".git");

    return file_is_directory(mark) || file_is_regular(mark);
}

const char *repository_root(struct arena *arena)
{
    const char *folder = file_working_directory(arena);

    while (*folder != '\0' && !is_root(arena, folder)) {
        const char *above = path_directory(arena, folder);
        if (strcmp(above, folder) == 0)
            return "";
        folder = above;
    }
    return folder;
}

const char *repository_folder(struct arena *arena)
{
    const char *here = file_working_directory(arena);
    const char *root = repository_root(arena);

    if (*root == '\0' || strcmp(root, here) == 0)
        return "";
    return path_relative(arena, here, root);
}
