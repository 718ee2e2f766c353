/* command.c - what the arguments of a compiler tell about the build. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/command.h"

#include "support/arena.h"
#include "support/path.h"

#include <string.h>
#include <strings.h>

static bool is_among(const char *extension, const char *const *extensions)
{
    for (; *extensions; extensions++)
        if (strcasecmp(extension, *extensions) == 0)
            return true;
    return false;
}

bool command_is_cxx(const char *file)
{
    static const char *const cxx[] = { ".cc", ".cpp", ".cxx", ".c++", NULL };

    return is_among(path_extension(file), cxx) ||
           strcmp(path_extension(file), ".C") == 0;
}

bool command_is_source(const char *file)
{
    return strcasecmp(path_extension(file), ".c") == 0 || command_is_cxx(file);
}

bool command_is_c(const char *const *arguments, size_t count)
{
    static const char *const words[] = { "/TC", "/TP",   "-TC", "-TP",
                                         "-xc", "-xc++", NULL };

    for (size_t i = 0; i < count; i++) {
        bool is_language = strcmp(arguments[i], "-x") == 0 && i + 1 < count;
        if (is_language && arguments[i + 1][0] == 'c')
            return true;
        for (size_t k = 0; words[k]; k++)
            if (strcmp(arguments[i], words[k]) == 0)
                return true;
    }
    return false;
}

const char *command_target(struct arena *arena, const char *object)
{
    static const char folder[] = "CMakeFiles/";
    const char *start = strstr(object, folder);
    const char *end = start ? strstr(start, ".dir/") : NULL;

    if (!end)
        return NULL;

    const char *name = start + strlen(folder);

    return arena_format(arena, "%.*s%.*s", (int)(start - object), object,
                        (int)(end - name), name);
}

const char *command_object(const char *const *arguments, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *word = arguments[i];
        if (strcmp(word, "-o") == 0 && i + 1 < count)
            return arguments[i + 1];
        if (strncmp(word, "/Fo", 3) == 0 || strncmp(word, "-Fo", 3) == 0)
            return word[3] == ':' ? word + 4 : word + 3;
    }
    return NULL;
}
