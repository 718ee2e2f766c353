/* missing_headers.c - headers that are nowhere, or spelled otherwise.
 *
 * A header whose name differs in case from the file on the disk is replaced by
 * one that includes that file; one that is not there at all is empty, and a
 * note tells so.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/driver_kit.h"
#include "frontend/missing.h"
#include "frontend/unsaved.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"

#include <string.h>

/* The name in "'name' file not found", or NULL for another error. */
static const char *missing_header(struct missing *missing, const char *text)
{
    const char *end = strstr(text, "' file not found");
    if (text[0] != '\'' || !end)
        return NULL;
    return strings_intern_n(missing->strings, text + 1,
                            (size_t)(end - text - 1));
}

static const char *includer_folder(struct missing *missing,
                                   struct source *source, CXDiagnostic error)
{
    CXFile file;
    clang_getExpansionLocation(clang_getDiagnosticLocation(error), &file, NULL,
                               NULL, NULL);
    if (!file)
        return NULL;
    const char *name = source_string(source, clang_getFileName(file));
    return path_directory(missing->arena, name);
}

static const char *regular_in_any_case(struct arena *arena, const char *folder,
                                       const char *name)
{
    const char *found = file_in_any_case(arena, folder, name);
    return found && file_is_regular(found) ? found : NULL;
}

static const char *find_in_any_case(struct missing *missing,
                                    const char *includer, const char *name)
{
    const char *found = NULL;
    if (includer)
        found = regular_in_any_case(missing->arena, includer, name);
    for (size_t i = 0; !found && i < missing->arguments->folders.count; i++)
        found = regular_in_any_case(missing->arena,
                                    missing->arguments->folders.items[i], name);
    return found;
}

/* Other kits have the system's headers in folders that are part of the name:
 * <ddk/wdm.h>. They are the system's when they are found without. */
static const char *find_without_folder(struct missing *missing,
                                       const char *name)
{
    const struct words *folders = &missing->arguments->folders;
    const char *found = NULL;
    size_t length = strcspn(name, "/\\");
    while (!found && name[length] != '\0' && folders->count != 0) {
        name += length + 1;
        found = regular_in_any_case(missing->arena, vec_last(folders), name);
        length = strcspn(name, "/\\");
    }
    return found;
}

static void tell_missing(struct missing *missing, struct source *source,
                         CXDiagnostic error, const char *name)
{
    struct place place =
        source_place(source, clang_getDiagnosticLocation(error));
    fail_note(missing->fail, place_to_fail(place),
              "'%s' was not found: the file is read without it", name);
    fail_note(missing->fail, (struct fail_place){ 0 },
              "folders of headers are named by a compile_commands.json, or by "
              "hand: 'unloadcheck FILES -- -IFOLDER'");
}

bool missing_header_learn(struct missing *missing, struct source *source,
                          CXDiagnostic error, const char *text, size_t step)
{
    (void)step;
    const char *name = missing_header(missing, text);
    if (!name || map_has(missing->headers, name))
        return false;
    const char *includer = includer_folder(missing, source, error);
    const char *found = find_in_any_case(missing, includer, name);
    if (!found)
        found = find_without_folder(missing, name);
    const char *contents = "";
    if (found)
        contents = arena_format(missing->arena, "#include \"%s\"\n", found);
    else
        tell_missing(missing, source, error, name);
    char *made_up = path_join(missing->arena, MADE_UP_FOLDER, name);
    for (char *at = made_up; *at; at++)
        if (*at == '\\')
            *at = '/';
    map_put(missing->headers, name, made_up);
    vec_push(missing->arena, &missing->files,
             unsaved_file(made_up, contents, strlen(contents)));
    return true;
}
