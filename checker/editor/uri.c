/* uri.c - files as editors name them. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/uri.h"

#include "support/arena.h"
#include "support/path.h"
#include "support/text.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#define SCHEME "file://"

static int digit(char character)
{
    if (!isxdigit((unsigned char)character))
        return -1;
    if (isdigit((unsigned char)character))
        return character - '0';
    return tolower((unsigned char)character) - 'a' + 10;
}

static bool is_drive(const char *path)
{
    return isalpha((unsigned char)path[0]) && path[1] == ':' &&
           (path[2] == '/' || path[2] == '\0');
}

/* A name cannot have a NUL in it: such a URI is none of a file. */
static char *decode(struct arena *arena, const char *from)
{
    char *decoded = arena_strdup(arena, from);
    char *to = decoded;

    for (; *from != '\0'; from++) {
        int high = *from == '%' ? digit(from[1]) : -1;
        int low = high >= 0 ? digit(from[2]) : -1;
        *to = *from;
        if (low >= 0) {
            *to = (char)(high * 16 + low);
            from += 2;
        }
        if (*to++ == '\0')
            return NULL;
    }
    *to = '\0';
    return decoded;
}

char *uri_path(struct arena *arena, const char *uri)
{
    char *path;

    if (strncasecmp(uri, SCHEME, strlen(SCHEME)) != 0)
        return NULL;
    path = decode(arena, uri + strlen(SCHEME));
    if (path && strncasecmp(path, "localhost/", 10) == 0)
        path += 9;
    if (!path || *path == '\0')
        return NULL;
    if (*path != '/')
        return arena_format(arena, "//%s", path_normal(arena, path));
    if (is_drive(path + 1)) {
        path++;
        *path = (char)toupper((unsigned char)*path);
    }
    return path_normal(arena, path);
}

char *uri_of(struct arena *arena, const char *path)
{
    struct text uri = text_make(arena);

    text_add(&uri, SCHEME);
    if (strncmp(path, "//", 2) == 0)
        path += 2;
    else if (is_drive(path))
        text_add_char(&uri, '/');
    for (; *path != '\0'; path++) {
        if (isalnum((unsigned char)*path) || strchr("-._~/!$&'()*+,;=@", *path))
            text_add_char(&uri, *path);
        else
            text_addf(&uri, "%%%02X", (unsigned char)*path);
    }
    return arena_strdup(arena, text_str(&uri));
}
