/* file_case.c - names that were written where case does not matter.
 *
 * Projects and sources made on Windows call a file by any case and with either
 * separator. The name is taken part by part; only a part that is not there as
 * it is written costs a look into its folder.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"

#include <string.h>
#include <strings.h>

static const char *entry_in_any_case(struct arena *arena, const char *folder,
                                     const char *name)
{
    const char *exact = path_join(arena, folder, name);
    const char *found = NULL;

    if (file_is_there(exact))
        return exact;
    if (!file_is_directory(folder))
        return NULL;

    struct arena *scratch = arena_open();
    struct file_names names = { 0 };

    if (file_list(scratch, folder, fail_make(scratch), &names))
        vec_each (const char *, entry, &names)
            if (!found && strcasecmp(*entry, name) == 0)
                found = path_join(arena, folder, *entry);
    arena_close(scratch);
    return found;
}

const char *file_in_any_case(struct arena *arena, const char *folder,
                             const char *name)
{
    const char *found = folder;
    while (found && *name) {
        size_t length = strcspn(name, "/\\");
        const char *part = arena_strndup(arena, name, length);
        if (length != 0)
            found = entry_in_any_case(arena, found, part);
        name += length + (name[length] != '\0');
    }
    return found;
}

const char *file_as_on_disk(struct arena *arena, const char *path)
{
    if (file_is_there(path))
        return path;

    size_t length = path_root(path);
    const char *root = length ? arena_strndup(arena, path, length) : ".";
    const char *found = file_in_any_case(arena, root, path + length);

    return found ? path_normal(arena, found) : path;
}
