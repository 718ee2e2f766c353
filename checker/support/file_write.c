/* file_write.c - puts a whole file on the disk, or none.
 *
 * The contents go to a file beside it, which then takes the name: the system
 * does that at once. A name that is taken is one that another process writes
 * to, or that a killed one left behind; the next one is tried.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/file_write.h"

#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRIES = 100, FILE_MODE = 0666, FOLDER_MODE = 0777 };

/* A new file beside `path`; below 0 and errno if there can be none. */
static int open_part(struct arena *arena, const char *path, char **part)
{
    int descriptor = -1;

    for (int i = 0; i < TRIES && descriptor < 0; i++) {
        *part = arena_format(arena, "%s.%ld-%d" FILE_WRITE_SUFFIX, path,
                             (long)getpid(), i);
        descriptor =
            open(*part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
        if (descriptor < 0 && errno != EEXIST)
            break;
    }
    return descriptor;
}

static bool write_all(int descriptor, const char *data, size_t size)
{
    while (size != 0) {
        ssize_t count = write(descriptor, data, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        data += count;
        size -= (size_t)count;
    }
    return true;
}

static bool write_beside(struct arena *arena, const char *path,
                         const void *data, size_t size)
{
    char *part = NULL;
    int descriptor = open_part(arena, path, &part);

    if (descriptor < 0)
        return false;

    bool good = write_all(descriptor, data, size);
    int reason = errno;

    if (close(descriptor) != 0 && good) {
        good = false;
        reason = errno;
    }
    if (good && rename(part, path) == 0)
        return true;
    if (good)
        reason = errno;
    unlink(part);
    errno = reason;
    return false;
}

bool file_write(const char *path, const void *data, size_t size,
                struct fail *fail)
{
    struct arena *arena = arena_open();
    bool good = write_beside(arena, path, data, size);

    if (!good && fail)
        fail_add(fail, (struct fail_place){ .file = path }, "cannot write: %s",
                 strerror(errno));
    arena_close(arena);
    return good;
}

bool file_make_directory(const char *path)
{
    struct arena *arena = arena_open();
    char *copy = arena_strdup(arena, path);

    for (char *at = copy; *at != '\0'; at++) {
        if (*at != '/' || at == copy)
            continue;
        *at = '\0';
        mkdir(copy, FOLDER_MODE);
        *at = '/';
    }
    mkdir(copy, FOLDER_MODE);
    arena_close(arena);
    return file_is_directory(path);
}
