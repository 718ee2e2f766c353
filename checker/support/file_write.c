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
#include "support/file_priv.h"
#include "support/path.h"
#include "support/system.h"

#include <limits.h>
#include <time.h>
#include <uv.h>

enum { TRIES = 100, FILE_MODE = 0666, FOLDER_MODE = 0777 };

/* A new file beside `path`, or an error. */
static uv_file open_part(struct arena *arena, const char *path, char **part)
{
    uv_file file = UV_EEXIST;

    for (int i = 0; i < TRIES && file == UV_EEXIST; i++) {
        uv_fs_t request;
        *part = arena_format(arena, "%s.%ld-%d" FILE_WRITE_SUFFIX, path,
                             (long)uv_os_getpid(), i);
        file = uv_fs_open(NULL, &request, system_long_name(arena, *part),
                          UV_FS_O_WRONLY | UV_FS_O_CREAT | UV_FS_O_EXCL,
                          FILE_MODE, NULL);
        uv_fs_req_cleanup(&request);
    }
    return file;
}

/* libuv writes what is only read here, but does not ask for a constant. */
static uv_buf_t piece_of(const char *data, size_t size)
{
    union {
        const char *constant;
        char *data;
    } memory = { data };

    return uv_buf_init(memory.data, size > INT_MAX ? INT_MAX : (unsigned)size);
}

static int write_all(uv_file file, const char *data, size_t size)
{
    while (size != 0) {
        uv_fs_t request;
        uv_buf_t piece = piece_of(data, size);
        int count = uv_fs_write(NULL, &request, file, &piece, 1, -1, NULL);
        uv_fs_req_cleanup(&request);
        if (count < 0 && count != UV_EINTR)
            return count;
        if (count > 0) {
            data += count;
            size -= (size_t)count;
        }
    }
    return 0;
}

static int close_file(uv_file file)
{
    uv_fs_t request;
    int error = uv_fs_close(NULL, &request, file, NULL);

    uv_fs_req_cleanup(&request);
    return error;
}

static int rename_part(struct arena *arena, const char *part, const char *path)
{
    uv_fs_t request;
    int error = uv_fs_rename(NULL, &request, system_long_name(arena, part),
                             system_long_name(arena, path), NULL);

    uv_fs_req_cleanup(&request);
    return error;
}

/* Gives the file the permissions of another. */
static int copy_mode(struct arena *arena, uv_file file, const char *like)
{
    uv_fs_t request;
    int error = uv_fs_stat(NULL, &request, system_long_name(arena, like), NULL);
    int mode = (int)(request.statbuf.st_mode & 07777);

    uv_fs_req_cleanup(&request);
    if (error == 0)
        error = uv_fs_fchmod(NULL, &request, file, mode, NULL);
    uv_fs_req_cleanup(&request);
    return error;
}

/* `like` is a file that it gets the permissions of, or NULL. */
static int write_beside(struct arena *arena, const char *path, const void *data,
                        size_t size, const char *like)
{
    char *part = NULL;
    uv_file file = open_part(arena, path, &part);

    if (file < 0)
        return file;

    int error = write_all(file, data, size);

    if (error == 0 && like)
        error = copy_mode(arena, file, like);

    int close_error = close_file(file);

    if (error == 0)
        error = close_error;
    if (error == 0)
        error = rename_part(arena, part, path);
    if (error != 0)
        file_remove(part);
    return error;
}

bool file_write(const char *path, const void *data, size_t size,
                struct fail *fail)
{
    struct arena *arena = arena_open();
    int error = write_beside(arena, path, data, size, NULL);

    if (error != 0 && fail)
        fail_add(fail, (struct fail_place){ .file = path }, "cannot write: %s",
                 file_reason(error));
    arena_close(arena);
    return error == 0;
}

bool file_replace(const char *path, const void *data, size_t size,
                  struct fail *fail)
{
    struct arena *arena = arena_open();
    uv_fs_t request;
    int error =
        uv_fs_realpath(NULL, &request, system_long_name(arena, path), NULL);
    const char *real = error == 0 ? arena_strdup(arena, request.ptr) : NULL;

    uv_fs_req_cleanup(&request);
    if (real)
        error = write_beside(arena, real, data, size, real);
    if (error != 0)
        fail_add(fail, (struct fail_place){ .file = path }, "cannot write: %s",
                 file_reason(error));
    arena_close(arena);
    return error == 0;
}

static void make_one(struct arena *arena, const char *path)
{
    uv_fs_t request;

    uv_fs_mkdir(NULL, &request, system_long_name(arena, path), FOLDER_MODE,
                NULL);
    uv_fs_req_cleanup(&request);
}

bool file_make_directory(const char *path)
{
    if (file_is_directory(path))
        return true;

    struct arena *arena = arena_open();

    for (const char *at = path + path_root(path); *at != '\0'; at++)
        if (*at == '/')
            make_one(arena, arena_strndup(arena, path, (size_t)(at - path)));
    make_one(arena, path);
    arena_close(arena);
    return file_is_directory(path);
}

bool file_remove(const char *path)
{
    struct arena *arena = arena_open();
    uv_fs_t request;
    int error =
        uv_fs_unlink(NULL, &request, system_long_name(arena, path), NULL);

    uv_fs_req_cleanup(&request);
    arena_close(arena);
    return error == 0;
}

void file_touch(const char *path)
{
    struct arena *arena = arena_open();
    double now = (double)time(NULL);
    uv_fs_t request;

    uv_fs_utime(NULL, &request, system_long_name(arena, path), now, now, NULL);
    uv_fs_req_cleanup(&request);
    arena_close(arena);
}
