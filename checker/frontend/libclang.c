/* libclang.c - finds libclang, loads it, and binds what we call of it.
 *
 * Of the places where one may be, the first that is new enough is taken. A user
 * who names one gets that one or an error. It stays loaded until the end.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/libclang.h"

#include "frontend/libclang_places.h"
#include "support/arena.h"
#include "support/environment.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#define VARIABLE "UNLOADCHECK_LIBCLANG"

enum { OLDEST = 19 };

/* They belong to the process, as what a linker binds does. */
struct libclang libclang;
static uv_lib_t library;

struct function {
    const char *name;
    size_t offset; /* of its pointer in struct libclang */
};

static const struct function functions[] = {
#define LIBCLANG_FUNCTION(name) \
    { #name, offsetof(struct libclang, bound_##name) },
#include "frontend/libclang_functions.h"
#undef LIBCLANG_FUNCTION
};

/* What an old version may lack, and we can do without. */
static bool is_optional(const char *name)
{
    static const char *const names[] = { "clang_getOffsetOfBase",
                                         "clang_visitCXXBaseClasses",
                                         "clang_visitCXXMethods" };

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

bool libclang_shows_methods(void)
{
#ifdef LIBCLANG_SHOWS_METHODS
    return clang_visitCXXMethods != NULL;
#else
    return false;
#endif
}

/* The first that is not there, or NULL. */
static const char *bind_functions(void)
{
    for (size_t i = 0; i < sizeof(functions) / sizeof(*functions); i++) {
        const struct function *function = &functions[i];
        void *found = NULL;
        if (uv_dlsym(&library, function->name, &found) != 0 &&
            !is_optional(function->name))
            return function->name;
        memcpy((char *)&libclang + function->offset, &found, sizeof(found));
    }
    return NULL;
}

/* The first number in "clang version 22.1.8"; 0 if there is none. */
static long version_of(struct arena *arena, const char **said)
{
    CXString version = clang_getClangVersion();

    *said = arena_strdup(arena, clang_getCString(version));
    clang_disposeString(version);

    const char *digits = *said + strcspn(*said, "0123456789");

    return strtol(digits, NULL, 10);
}

/* The system's own words, without the end of the line that some have. */
static const char *trouble_of_loading(struct arena *arena)
{
    const char *said = uv_dlerror(&library);
    size_t length = strlen(said);

    while (length > 0 && strchr(" .\r\n", said[length - 1]))
        length--;
    return arena_strndup(arena, said, length);
}

static const char *trouble_of_use(struct arena *arena)
{
    const char *missing = bind_functions();
    const char *said;

    if (missing)
        return arena_format(
            arena, "it is too old, or none at all: it has no '%s'", missing);
    if (version_of(arena, &said) < OLDEST)
        return arena_format(arena, "it is too old: it is '%s'", said);
    return NULL;
}

/* NULL if it can be used, else why not. */
static const char *try_library(struct arena *arena, const char *name)
{
    const char *why = uv_dlopen(name, &library) != 0 ? trouble_of_loading(arena)
                                                     : trouble_of_use(arena);

    if (why) {
        libclang = (struct libclang){ 0 };
        uv_dlclose(&library);
    }
    return why;
}

/* As the system's loader takes it for a file, and looks nowhere else. */
static const char *try_file(struct arena *arena, char separator,
                            const char *path)
{
    const char *working = file_working_directory(arena);
    char *full = path_normal(arena, path_join(arena, working, path));

    for (char *at = full; *at != '\0'; at++)
        if (*at == '/')
            *at = separator;
    return try_library(arena, full);
}

/* What the user names, or NULL: the file, or the folder it is in. */
static const char *named(struct arena *arena,
                         const struct libclang_places *places)
{
    const char *value = environment_get(arena, VARIABLE);

    if (!value || *value == '\0')
        return NULL;
    return file_is_directory(value) ? path_join(arena, value, places->name)
                                    : value;
}

/* Of a library, for the system to find it. */
static bool is_name(const char *file)
{
    return path_base(file) == file;
}

/* NULL, too, where the system is asked before one is there. */
static const char *first_that_is_there(const struct libclang_places *places)
{
    vec_each (const char *, file, &places->files)
        if (is_name(*file) || file_is_regular(*file))
            return is_name(*file) ? NULL : *file;
    return NULL;
}

const char *libclang_file(struct arena *arena)
{
    const struct libclang_places places = libclang_places(arena);
    const char *file = named(arena, &places);

    return file ? file : first_that_is_there(&places);
}

/* `file` NULL: of no file in particular. */
static bool refuse(const struct libclang_places *places, struct fail *fail,
                   const char *file, const char *why)
{
    fail_add(fail, (struct fail_place){ .file = file },
             "files cannot be parsed%s: %s; install %s, or set " VARIABLE
             " to a libclang of version %d or later",
             file ? " with this library" : "", why, places->advice, OLDEST);
    return false;
}

static bool open_named(struct arena *arena,
                       const struct libclang_places *places, struct fail *fail,
                       const char *file)
{
    const char *why = file_trouble(file);

    if (!why)
        why = try_file(arena, places->separator, file);
    return !why || refuse(places, fail, file, why);
}

/* Where it is, or NULL and why not. */
static const char *open_found(struct arena *arena,
                              const struct libclang_places *places,
                              struct fail *fail)
{
    const char *first = NULL, *first_why = NULL;

    vec_each (const char *, file, &places->files) {
        if (!is_name(*file) && !file_is_regular(*file))
            continue;
        const char *why = is_name(*file)
                              ? try_library(arena, *file)
                              : try_file(arena, places->separator, *file);
        if (!why)
            return *file;
        if (!first_why) {
            first = is_name(*file) ? NULL : path_normal(arena, *file);
            first_why = why;
        }
    }
    if (!first_why)
        first_why =
            arena_format(arena, "%s is nowhere to be found", places->name);
    refuse(places, fail, first, first_why);
    return NULL;
}

bool libclang_open(struct arena *arena, struct fail *fail, const char **file)
{
    if (file)
        *file = NULL;
    if (clang_getClangVersion)
        return true;

    const struct libclang_places places = libclang_places(arena);
    const char *found = named(arena, &places);

    if (!found)
        found = open_found(arena, &places, fail);
    else if (!open_named(arena, &places, fail, found))
        found = NULL;
    if (file)
        *file = found;
    return found != NULL;
}
