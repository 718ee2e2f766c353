/* environment.c - libuv's, which has it in UTF-8 everywhere. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/environment.h"

#include "support/arena.h"
#include "support/system.h"

#include <uv.h>

char **environment_words(struct arena *arena, int *count, char **words)
{
    return system_words(arena, count, words);
}

const char *environment_get(struct arena *arena, const char *name)
{
    char first;
    size_t size = sizeof(first);
    int error = uv_os_getenv(name, &first, &size);

    if (error == 0)
        return "";
    if (error != UV_ENOBUFS)
        return NULL;

    char *value = arena_alloc(arena, size);

    return uv_os_getenv(name, value, &size) == 0 ? value : NULL;
}

void environment_set(const char *name, const char *value)
{
    uv_os_setenv(name, value);
}
