/* arguments.c - what libclang is told to parse a file with.
 *
 * Order: what a driver is compiled with by default, the user's own, the model
 * headers (unless the user's folders hold the system's), then what must hold
 * whatever the user says.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/arguments.h"

#include "frontend/capture.h"
#include "frontend/driver_kit.h"
#include "frontend/flags.h"
#include "support/path.h"

#include <ctype.h>
#include <string.h>

static const char *const always_first[] = {
    "clang",           "--target=x86_64-pc-windows-msvc",
    "-fms-extensions", "-fms-compatibility",
    "-D_AMD64_",       "-DAMD64",
};

/* Warnings are not ours to give, and an error ends nothing. */
static const char *const always_last[] = {
    "-Wno-everything",
    "-Wno-error",
    "-Wimplicit-int", /* tells a type that is missing from a name */
    "-Wimplicit-function-declaration",
    "-ferror-limit=0",
    "-fbracket-depth=1000000",
    "-include",
    MADE_UP_PRELUDE,
};

static char *lower_case(struct arena *arena, const char *word)
{
    char *copy = arena_strdup(arena, word);
    for (char *at = copy; *at; at++)
        *at = (char)tolower((unsigned char)*at);
    return copy;
}

/* The program's name without folder, ".exe" and version, in lower case. */
static char *program_name(struct arena *arena, const char *word)
{
    const char *base = word;
    for (const char *at = word; *at; at++)
        if (*at == '/' || *at == '\\')
            base = at + 1;
    char *name = lower_case(arena, base);
    size_t length = strlen(name);
    if (length > 4 && strcmp(name + length - 4, ".exe") == 0)
        length -= 4;
    while (length > 0 && (isdigit((unsigned char)name[length - 1]) ||
                          name[length - 1] == '.' || name[length - 1] == '-'))
        length--;
    name[length] = '\0';
    return name;
}

static bool ends_with(const char *word, const char *end)
{
    size_t length = strlen(word), part = strlen(end);
    return length >= part && strcmp(word + length - part, end) == 0;
}

static bool is_compiler(struct arena *arena, const char *word)
{
    static const char *const ends[] = { "cc", "clang", "++", "c++", "cl" };
    if (word[0] == '-')
        return false;
    const char *name = program_name(arena, word);
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
        if (ends_with(name, ends[i]))
            return true;
    return false;
}

bool arguments_are_cl(struct arena *arena, const char *const *given,
                      size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(given[i], "--driver-mode=cl") == 0)
            return true;
    if (count == 0)
        return false;
    if (!is_compiler(arena, given[0]))
        return given[0][0] == '/';
    const char *name = program_name(arena, given[0]);
    return strcmp(name, "cl") == 0 || ends_with(name, "clang-cl");
}

static bool is_cxx_name(struct arena *arena, const char *path)
{
    static const char *const extensions[] = { ".cpp", ".cc",  ".cxx", ".c++",
                                              ".hpp", ".hxx", ".hh" };
    const char *extension = lower_case(arena, path_extension(path));
    for (size_t i = 0; i < sizeof(extensions) / sizeof(*extensions); i++)
        if (strcmp(extension, extensions[i]) == 0)
            return true;
    return false;
}

static void add_all(struct arena *arena, struct words *words,
                    const char *const *more, size_t count)
{
    for (size_t i = 0; i < count; i++)
        vec_push(arena, words, more[i]);
}

static void add_system_folder(struct arena *arena, struct arguments *arguments,
                              const char *folder)
{
    vec_push(arena, &arguments->words, "-isystem");
    vec_push(arena, &arguments->words, folder);
    vec_push(arena, &arguments->folders, folder);
}

static void add_language(struct arena *arena, struct arguments *arguments,
                         const struct flags *flags)
{
    vec_push(arena, &arguments->words, "-x");
    vec_push(arena, &arguments->words, arguments->is_cxx ? "c++" : "c");
    if (!flags->has_standard)
        vec_push(arena, &arguments->words,
                 arguments->is_cxx ? "-std=c++17" : "-std=gnu17");
}

/* Folders of a kit are the system's, however the user named them. */
static void make_system(struct arena *arena, struct arguments *arguments,
                        const char *root)
{
    size_t length = strlen(root);
    for (size_t i = 1; i < arguments->words.count; i++) {
        const char *folder = path_normal(arena, arguments->words.items[i]);
        if (strcmp(arguments->words.items[i - 1], "-I") == 0 &&
            strncmp(folder, root, length) == 0 &&
            (folder[length] == '/' || folder[length] == '\0'))
            arguments->words.items[i - 1] = "-isystem";
    }
}

/* The system's headers: of the driver kit, of the user's folders, or ours. */
static void add_system(struct arena *arena, struct arguments *arguments,
                       const struct capture_options *options)
{
    struct words kit = { 0 };
    if (options->wdk)
        kit = driver_kit_folders(arena, options->wdk);
    const char *root = driver_kit_root(arena, &arguments->folders);
    bool has_own = kit.count != 0 || root;
    if (root)
        make_system(arena, arguments, root);
    vec_each (const char *, folder, &kit)
        add_system_folder(arena, arguments, *folder);
    if (has_own) {
        vec_push(arena, &arguments->words, "-nostdlibinc");
    } else {
        vec_push(arena, &arguments->words, "-nostdinc");
        if (options->headers)
            add_system_folder(arena, arguments, options->headers);
    }
    vec_push(arena, &arguments->words, "-isystem");
    vec_push(arena, &arguments->words, MADE_UP_FOLDER);
}

struct arguments arguments_make(struct arena *arena, const char *path,
                                const char *const *given, size_t count,
                                const struct capture_options *options)
{
    struct arguments arguments = { 0 };
    struct flags flags = { .directory = options->directory };
    bool is_cl = arguments_are_cl(arena, given, count);
    size_t first = count != 0 && is_compiler(arena, given[0]) ? 1 : 0;
    flags_read(arena, &flags, given + first, count - first, is_cl);
    arguments.is_cxx =
        flags.language == FLAGS_CXX ||
        (flags.language == FLAGS_BY_NAME && is_cxx_name(arena, path));
    arguments.folders = flags.folders;
    arguments.dropped = flags.dropped;
    add_all(arena, &arguments.words, always_first,
            sizeof(always_first) / sizeof(*always_first));
    add_language(arena, &arguments, &flags);
    add_all(arena, &arguments.words, flags.words.items, flags.words.count);
    add_system(arena, &arguments, options);
    add_all(arena, &arguments.words, always_last,
            sizeof(always_last) / sizeof(*always_last));
    return arguments;
}
