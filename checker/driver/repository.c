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

    return file_is_there(mark);
}

const char *repository_root(struct arena *arena)
{
    const char *folder = file_working_directory(arena);

    if (*folder == '\0')
        return "";
    for (; folder; folder = path_above(arena, folder))
        if (is_root(arena, folder))
            return folder;
    return "";
}

const char *repository_folder(struct arena *arena, const char *root)
{
    const char *here = file_working_directory(arena);

    if (*root == '\0' || strcmp(root, here) == 0)
        return "";
    return path_relative(arena, here, root);
}
