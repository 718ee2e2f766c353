/* libclang_places_windows.c - the user's LLVM, wherever it was installed. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/libclang_places.h"
#include "support/arena.h"
#include "support/environment.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"

#include <string.h>
#include <windows.h>

#define NAME "libclang.dll"

enum { LONGEST = 1024 };

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

struct libclang_places libclang_places(struct arena *arena)
{
    struct libclang_places places = {
        .name = NAME,
        .advice = "LLVM 19 or later",
        .separator = '\\',
    };

    add(arena, &places.files, file_program_directory(arena), NAME);
    add_path(arena, &places.files);
    add_installed(arena, &places.files);
    add_visual_studio(arena, &places.files);
    return places;
}
