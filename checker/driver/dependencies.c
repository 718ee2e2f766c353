/* dependencies.c - from what a capture read to what its unit depends on.
 *
 * A header that is put in front of another one, or that was missing and is
 * there now, changes what a file means although nothing that was read has
 * changed. So every folder in which a header may be looked for counts with the
 * names that could be one: those with an extension that some #include has.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/dependencies.h"

#include "cache/contents.h"
#include "frontend/reads.h"
#include "support/file.h"
#include "support/path.h"
#include "support/strings.h"
#include "support/text.h"

#include <string.h>

struct maker {
    struct arena *arena;
    struct arena *scratch;
    struct contents *contents;
    const struct reads *reads;
    const char *headers;
    const char *working;
    struct strings *seen;
    struct text extensions; /* ".h,.hpp" */
    bool has_extension;     /* even an empty one */
    struct words nested;    /* folders that are part of a name: "sub/x.h" */
    struct dependencies all;
};

/* Whether it is the first time. */
static bool is_new(struct maker *maker, const char *string)
{
    if (strings_find(maker->seen, string))
        return false;
    strings_intern(maker->seen, string);
    return true;
}

static bool is_built_in(const struct maker *maker, const char *path)
{
    size_t length = strlen(maker->headers);

    return strncmp(path, maker->headers, length) == 0 &&
           (path[length] == '/' || path[length] == '\0');
}

static const char *from_here(const struct maker *maker, const char *path)
{
    return path_short(maker->arena, path, maker->working);
}

static void add_folder(struct maker *maker, const char *folder)
{
    struct dependency dependency = { .kind = DEPENDS_ON_FOLDER };

    if (is_built_in(maker, folder))
        return;
    folder = from_here(maker, folder);
    dependency.path =
        arena_format(maker->arena, "%s:%s", text_str(&maker->extensions),
                     *folder == '\0' ? "." : folder);
    if (!is_new(maker, dependency.path))
        return;
    dependency.digest = contents_of_names(maker->contents, dependency.path);
    vec_push(maker->arena, &maker->all, dependency);
}

static void add_search(struct maker *maker, const char *folder)
{
    add_folder(maker, folder);
    vec_each (const char *, nested, &maker->nested) {
        const char *found = file_in_any_case(maker->scratch, folder, *nested);
        add_folder(maker,
                   found ? found : path_join(maker->scratch, folder, *nested));
    }
}

static void learn_extension(struct maker *maker, const char *name)
{
    const char *extension = path_extension(name);

    if (!is_new(maker, arena_format(maker->scratch, "*%s", extension)))
        return;
    text_addf(&maker->extensions, "%s%s", maker->has_extension ? "," : "",
              extension);
    maker->has_extension = true;
}

static void learn_names(struct maker *maker)
{
    vec_each (const char *, name, &maker->reads->wanted) {
        char *plain = arena_strdup(maker->scratch, *name);
        for (char *at = plain; *at != '\0'; at++)
            if (*at == '\\')
                *at = '/';
        const char *folder = path_directory(maker->scratch, plain);
        learn_extension(maker, plain);
        if (strcmp(folder, ".") != 0 && !path_is_absolute(folder) &&
            is_new(maker, arena_format(maker->scratch, "/%s", folder)))
            vec_push(maker->scratch, &maker->nested, folder);
    }
}

static void add_files(struct maker *maker)
{
    for (size_t i = 0; i < maker->reads->files.count; i++) {
        const struct read_file *file = &maker->reads->files.items[i];
        struct dependency dependency = {
            .kind = DEPENDS_ON_FILE,
            .path = from_here(maker, file->name),
            .digest = file->digest,
        };
        if (is_built_in(maker, file->name))
            continue;
        vec_push(maker->arena, &maker->all, dependency);
        add_search(maker, path_directory(maker->scratch, file->name));
    }
}

struct dependencies dependencies_of(struct arena *arena,
                                    struct contents *contents,
                                    const struct reads *reads,
                                    const char *headers, const char *working)
{
    struct maker maker = {
        .arena = arena,
        .scratch = arena_open(),
        .contents = contents,
        .reads = reads,
        .headers = headers,
        .working = working,
    };

    maker.seen = strings_make(maker.scratch);
    maker.extensions = text_make(maker.scratch);
    learn_names(&maker);
    add_files(&maker);
    vec_each (const char *, folder, &reads->folders)
        add_search(&maker, *folder);
    arena_close(maker.scratch);
    return maker.all;
}
