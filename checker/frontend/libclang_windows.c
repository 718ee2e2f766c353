/* libclang_windows.c - looks for libclang.dll, and binds what we call of it.
 *
 * libclang's header declares its functions as imported, so each call goes
 * through a pointer with a name that the linker would otherwise define,
 * `__imp_` and the function's. Here these pointers are ours: they are all that
 * is set by loading the library, and no caller knows of it. The build gathers
 * the names from the sources of this folder.
 *
 * Of the places where an LLVM may be, the first that is new enough is taken. A
 * user who names one gets that one or an error.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/libclang.h"
#include "support/arena.h"
#include "support/environment.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"
#include "support/words.h"

#include <clang-c/Index.h>

#include <stdlib.h>
#include <string.h>
#include <windows.h>

#define VARIABLE "UNLOADCHECK_LIBCLANG"
#define NAME     "libclang.dll"

enum { OLDEST = 19, LONGEST = 1024 };

#define LIBCLANG_FUNCTION(name)                          \
    extern FARPROC bound_##name __asm__("__imp_" #name); \
    FARPROC bound_##name;
#include "frontend/libclang_functions.h"
#undef LIBCLANG_FUNCTION

struct function {
    const char *name;
    FARPROC *bound;
};

static const struct function functions[] = {
#define LIBCLANG_FUNCTION(name) { #name, &bound_##name },
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
    return bound_clang_visitCXXMethods != NULL;
}

/* Where it may be. */

static void add(struct arena *arena, struct words *places, const char *folder,
                const char *below)
{
    if (folder && *folder != '\0')
        vec_push(arena, places, path_join(arena, folder, below));
}

static void add_variable(struct arena *arena, struct words *places,
                         const char *variable, const char *below)
{
    add(arena, places, environment_get(arena, variable), below);
}

/* The installer of LLVM says where it put it. */
static void add_installed(struct arena *arena, struct words *places)
{
    static const DWORD views[] = { RRF_SUBKEY_WOW6464KEY,
                                   RRF_SUBKEY_WOW6432KEY };

    for (size_t i = 0; i < sizeof(views) / sizeof(*views); i++) {
        wchar_t value[LONGEST];
        char folder[3 * LONGEST];
        DWORD size = sizeof(value);
        if (RegGetValueW(HKEY_LOCAL_MACHINE, L"SOFTWARE\\LLVM\\LLVM", NULL,
                         RRF_RT_REG_SZ | views[i], NULL, value,
                         &size) == ERROR_SUCCESS &&
            WideCharToMultiByte(CP_UTF8, 0, value, -1, folder, sizeof(folder),
                                NULL, NULL) > 0)
            add(arena, places, folder, "bin/" NAME);
    }
    add_variable(arena, places, "ProgramFiles", "LLVM/bin/" NAME);
}

static void add_below(struct arena *arena, struct words *places,
                      const char *folder, const char *below)
{
    struct file_names names = { 0 };

    if (!file_is_directory(folder) ||
        !file_list(arena, folder, fail_make(arena), &names))
        return;
    for (size_t i = names.count; i-- > 0;)
        add(arena, places, path_join(arena, folder, names.items[i]), below);
}

/* It has an LLVM of its own if that part of it was chosen: in each year, in
 * each edition. */
static void add_visual_studio(struct arena *arena, struct words *places)
{
    static const char *const programs[] = { "ProgramFiles",
                                            "ProgramFiles(x86)" };
    static const char *const below = "Tools/Llvm/x64/bin/" NAME;

    add_variable(arena, places, "VCINSTALLDIR", below);
    for (size_t i = 0; i < sizeof(programs) / sizeof(*programs); i++) {
        struct words years = { 0 };
        const char *folder = environment_get(arena, programs[i]);
        if (!folder)
            continue;
        add_below(arena, &years,
                  path_join(arena, folder, "Microsoft Visual Studio"), "");
        vec_each (const char *, year, &years)
            add_below(arena, places, *year, path_join(arena, "VC", below));
    }
}

static void add_path(struct arena *arena, struct words *places)
{
    const char *at = environment_get(arena, "PATH");

    while (at && *at != '\0') {
        size_t length = strcspn(at, ";");
        add(arena, places, arena_strndup(arena, at, length), NAME);
        at += length + (at[length] != '\0');
    }
}

static struct words find_places(struct arena *arena)
{
    struct words places = { 0 };

    add(arena, &places, file_program_directory(arena), NAME);
    add_path(arena, &places);
    add_installed(arena, &places);
    add_visual_studio(arena, &places);
    return places;
}

/* Loading. */

static HMODULE load(struct arena *arena, const char *path)
{
    const char *working = file_working_directory(arena);
    const char *full = path_normal(arena, path_join(arena, working, path));
    wchar_t wide[LONGEST];

    if (MultiByteToWideChar(CP_UTF8, 0, full, -1, wide, LONGEST) == 0)
        return NULL;
    for (wchar_t *at = wide; *at != L'\0'; at++)
        if (*at == L'/')
            *at = L'\\';
    return LoadLibraryExW(wide, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
}

/* The first that is not there, or NULL. */
static const char *bind_functions(HMODULE library)
{
    for (size_t i = 0; i < sizeof(functions) / sizeof(*functions); i++) {
        *functions[i].bound = GetProcAddress(library, functions[i].name);
        if (!*functions[i].bound && !is_optional(functions[i].name))
            return functions[i].name;
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

/* NULL if it can be used, else why not. */
static const char *try_library(struct arena *arena, const char *path)
{
    HMODULE library = load(arena, path);
    const char *said;

    if (!library && GetLastError() == ERROR_BAD_EXE_FORMAT)
        return "it is for another kind of processor";
    if (!library)
        return arena_format(arena, "it cannot be loaded: error %lu",
                            GetLastError());

    const char *missing = bind_functions(library);
    const char *why = NULL;

    if (missing)
        why = arena_format(arena, "it is too old: it has no '%s'", missing);
    else if (version_of(arena, &said) < OLDEST)
        why = arena_format(arena, "it is too old: it is '%s'", said);
    if (why)
        FreeLibrary(library);
    return why;
}

/* How to go on, in every message. */
#define ADVICE \
    "install LLVM %d or later, or set " VARIABLE " to the " NAME " of one"

static bool refuse(struct fail *fail, const char *path, const char *why)
{
    fail_add(fail, (struct fail_place){ .file = path },
             "files cannot be parsed with this library: %s; " ADVICE, why,
             OLDEST);
    return false;
}

static bool open_named(struct arena *arena, const char *named,
                       struct fail *fail)
{
    const char *path =
        file_is_directory(named) ? path_join(arena, named, NAME) : named;
    const char *why = file_trouble(path);

    if (!why)
        why = try_library(arena, path);
    return !why || refuse(fail, path, why);
}

static bool open_found(struct arena *arena, struct fail *fail)
{
    const char *first = NULL, *first_why = NULL;
    struct words places = find_places(arena);

    vec_each (const char *, place, &places) {
        const char *why =
            file_is_regular(*place) ? try_library(arena, *place) : NULL;
        if (!why && file_is_regular(*place))
            return true;
        if (why && !first) {
            first = path_normal(arena, *place);
            first_why = why;
        }
    }
    if (first)
        return refuse(fail, first, first_why);
    fail_add(fail, (struct fail_place){ 0 },
             "files cannot be parsed: " NAME " is nowhere to be found; " ADVICE,
             OLDEST);
    return false;
}

bool libclang_open(struct fail *fail)
{
    struct arena *arena = arena_open();
    const char *named = environment_get(arena, VARIABLE);
    bool good = named && *named != '\0' ? open_named(arena, named, fail)
                                        : open_found(arena, fail);

    arena_close(arena);
    return good;
}
