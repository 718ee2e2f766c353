/* driver_kit.c - where a driver kit (WDK) has its headers.
 *
 * An installed kit has Include/VERSION/{km,shared,...} and the frameworks'
 * headers in Include/wdf/kmdf/VERSION. A copy of it may be given at any of
 * these levels.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/driver_kit.h"

#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A folder with this header holds the headers of the kernel. */
static const char marker[] = "wdm.h";

static const char *const parts[] = { "km", "km/crt", "shared", "um", "ucrt" };

static bool holds_system(struct arena *arena, const char *folder)
{
    return file_in_any_case(arena, folder, marker) != NULL;
}

/* Include/VERSION/km belongs to Include; a folder that is no part of an
 * installed kit stands for itself. */
static const char *root_of(struct arena *arena, const char *folder)
{
    const char *normal = path_normal(arena, folder);
    if (strcasecmp(path_base(normal), "km") != 0)
        return normal;
    return path_directory(arena, path_directory(arena, normal));
}

const char *driver_kit_root(struct arena *arena, const struct words *folders)
{
    vec_each (const char *, folder, folders)
        if (holds_system(arena, *folder))
            return root_of(arena, *folder);
    return NULL;
}

static int by_version(const char *a, const char *b)
{
    while (*a && *b) {
        char *end_a, *end_b;
        long x = strtol(a, &end_a, 10), y = strtol(b, &end_b, 10);
        if (end_a == a || end_b == b)
            return strcmp(a, b);
        if (x != y)
            return x < y ? -1 : 1;
        a = *end_a ? end_a + 1 : end_a;
        b = *end_b ? end_b + 1 : end_b;
    }
    return (*a != '\0') - (*b != '\0');
}

/* The newest of the folders that have `below` in them. */
static const char *newest(struct arena *arena, const char *folder,
                          const char *below)
{
    struct file_names names = { 0 };
    const char *best = NULL;
    if (!folder || !file_is_directory(folder) ||
        !file_list(arena, folder, fail_make(arena), &names))
        return NULL;
    vec_each (const char *, name, &names) {
        const char *inside = path_join(arena, folder, *name);
        if (file_is_directory(inside) &&
            file_in_any_case(arena, inside, below) &&
            (!best || by_version(best, *name) < 0))
            best = *name;
    }
    return best ? path_join(arena, folder, best) : NULL;
}

static void add_parts(struct arena *arena, struct words *folders,
                      const char *version)
{
    for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
        const char *part = file_in_any_case(arena, version, parts[i]);
        if (part)
            vec_push(arena, folders, part);
    }
}

struct words driver_kit_folders(struct arena *arena, const char *kit)
{
    struct words folders = { 0 };
    if (holds_system(arena, kit)) {
        vec_push(arena, &folders, kit);
        return folders;
    }
    const char *include = file_in_any_case(arena, kit, "Include");
    const char *version =
        file_in_any_case(arena, kit, "km") ? kit : newest(arena, kit, "km");
    if (!version)
        version = newest(arena, include, "km");
    if (!version)
        return folders;
    add_parts(arena, &folders, version);
    const char *frameworks = file_in_any_case(
        arena, include ? include : path_directory(arena, version), "wdf/kmdf");
    const char *framework = newest(arena, frameworks, "wdf.h");
    if (framework)
        vec_push(arena, &folders, framework);
    return folders;
}
