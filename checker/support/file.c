/* file.c - the few calls into the system that the analyzer makes. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/file.h"

#include "support/arena.h"
#include "support/fail.h"
#include "support/path.h"
#include "support/text.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#ifdef _WIN32
#    include <direct.h>
#    include <windows.h>
#    define getcwd _getcwd
#else
#    include <unistd.h>
#endif

enum { READ_SIZE = 64 * 1024, LONGEST_PATH = 32 * 1024 };

bool file_is_regular(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

bool file_is_directory(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool file_is_link(const char *path)
{
#ifdef _WIN32
    DWORD attributes = GetFileAttributesA(path);

    return attributes != INVALID_FILE_ATTRIBUTES &&
           (attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0;
#else
    struct stat status;

    return lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
#endif
}

static bool cannot_read(struct fail *fail, const char *path, int reason)
{
    fail_add(fail, (struct fail_place){ .file = path }, "cannot read: %s",
             strerror(reason));
    return false;
}

static bool read_stream(struct arena *arena, FILE *stream,
                        struct file_text *out)
{
    struct arena *scratch = arena_open();
    struct text text = text_make(scratch);
    char *buffer = arena_alloc(scratch, READ_SIZE);
    size_t count;

    while ((count = fread(buffer, 1, READ_SIZE, stream)) != 0)
        text_add_n(&text, buffer, count);

    bool good = !ferror(stream);

    if (good) {
        out->data = arena_copy(arena, text_str(&text), text.length + 1);
        out->size = text.length;
    }
    arena_close(scratch);
    return good;
}

bool file_read(struct arena *arena, const char *path, struct fail *fail,
               struct file_text *text)
{
    if (file_is_directory(path))
        return cannot_read(fail, path, EISDIR);

    FILE *stream = fopen(path, "rb");

    if (!stream)
        return cannot_read(fail, path, errno);

    bool good = read_stream(arena, stream, text);
    int reason = errno;

    fclose(stream);
    return good || cannot_read(fail, path, reason);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool file_list(struct arena *arena, const char *directory, struct fail *fail,
               struct file_names *names)
{
    DIR *stream = opendir(directory);

    *names = (struct file_names){ 0 };
    if (!stream)
        return cannot_read(fail, directory, errno);
    for (struct dirent *entry; (entry = readdir(stream)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            vec_push(arena, names, arena_strdup(arena, entry->d_name));
    closedir(stream);
    if (names->count != 0)
        qsort(names->items, names->count, sizeof(*names->items), compare_names);
    return true;
}

const char *file_working_directory(struct arena *arena)
{
    char *name = arena_alloc(arena, LONGEST_PATH);

    return getcwd(name, LONGEST_PATH) ? name : "";
}

#ifdef _WIN32
static bool program_path(char *path, size_t size)
{
    DWORD length = GetModuleFileNameA(NULL, path, (DWORD)size);

    return length != 0 && length < size;
}
#else
static bool program_path(char *path, size_t size)
{
    ssize_t length = readlink("/proc/self/exe", path, size - 1);

    if (length <= 0 || (size_t)length >= size - 1)
        return false;
    path[length] = '\0';
    return true;
}
#endif

char *file_program(struct arena *arena)
{
    char *path = arena_alloc(arena, LONGEST_PATH);

    return program_path(path, LONGEST_PATH) ? path : NULL;
}

char *file_program_directory(struct arena *arena)
{
    const char *path = file_program(arena);

    return path ? path_directory(arena, path) : NULL;
}
