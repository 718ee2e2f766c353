/* file.c - what is asked of the disk, by libuv: it knows how each system has
 * names in UTF-8. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/file.h"

#include "support/arena.h"
#include "support/fail.h"
#include "support/file_priv.h"
#include "support/path.h"
#include "support/system.h"
#include "support/text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <uv.h>

enum { READ_SIZE = 16 * 1024, LONGEST_PATH = 32 * 1024 };

const char *file_reason(int error)
{
    return error == UV_EISDIR ? "it is a directory" : uv_strerror(error);
}

/* libuv's way to ask: for the name itself, or for what a link leads to. */
typedef int status_call(uv_loop_t *loop, uv_fs_t *request, const char *path,
                        uv_fs_cb when_done);

static bool ask_status(status_call *call, const char *path, uv_stat_t *status)
{
    struct arena *scratch = arena_open();
    uv_fs_t request;
    int error = call(NULL, &request, system_long_name(scratch, path), NULL);

    *status = request.statbuf;
    uv_fs_req_cleanup(&request);
    arena_close(scratch);
    return error == 0;
}

static bool is_of_kind(status_call *call, const char *path, unsigned kind)
{
    uv_stat_t status;

    return ask_status(call, path, &status) && (status.st_mode & S_IFMT) == kind;
}

bool file_is_regular(const char *path)
{
    return is_of_kind(uv_fs_stat, path, S_IFREG);
}

bool file_is_directory(const char *path)
{
    return is_of_kind(uv_fs_stat, path, S_IFDIR);
}

bool file_is_there(const char *path)
{
    uv_stat_t status;

    return ask_status(uv_fs_stat, path, &status) &&
           ((status.st_mode & S_IFMT) == S_IFREG ||
            (status.st_mode & S_IFMT) == S_IFDIR);
}

bool file_is_link(const char *path)
{
    return is_of_kind(uv_fs_lstat, path, S_IFLNK);
}

bool file_status(const char *path, struct file_status *status)
{
    uv_stat_t all;

    if (!ask_status(uv_fs_stat, path, &all) ||
        (all.st_mode & S_IFMT) != S_IFREG)
        return false;
    *status = (struct file_status){ .size = all.st_size,
                                    .changed = all.st_mtim.tv_sec };
    return true;
}

enum { SETTLED_SECONDS = 2 };

static int64_t nanoseconds(uv_timespec_t moment)
{
    return (int64_t)moment.tv_sec * INT64_C(1000000000) + moment.tv_nsec;
}

bool file_stamp(const char *path, struct file_stamp *stamp)
{
    uv_stat_t all;

    if (!ask_status(uv_fs_stat, path, &all))
        return false;
    *stamp = (struct file_stamp){
        .device = all.st_dev,
        .number = all.st_ino,
        .size = all.st_size,
        .modified = nanoseconds(all.st_mtim),
        .changed = nanoseconds(all.st_ctim),
    };
    return true;
}

bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b)
{
    return a->device == b->device && a->number == b->number &&
           a->size == b->size && a->modified == b->modified &&
           a->changed == b->changed;
}

bool file_stamp_is_settled(const struct file_stamp *stamp)
{
    int64_t last =
        stamp->modified > stamp->changed ? stamp->modified : stamp->changed;

    return last / INT64_C(1000000000) < (int64_t)time(NULL) - SETTLED_SECONDS;
}

const char *file_trouble(const char *path)
{
    struct arena *scratch = arena_open();
    uv_fs_t request;
    int error = uv_fs_access(NULL, &request, system_long_name(scratch, path),
                             R_OK, NULL);

    uv_fs_req_cleanup(&request);
    arena_close(scratch);
    if (error != 0)
        return file_reason(error);

    uv_stat_t status = { 0 };

    (void)ask_status(uv_fs_stat, path, &status);
    switch (status.st_mode & S_IFMT) {
    case S_IFDIR: return file_reason(UV_EISDIR);
    case S_IFREG: return NULL;
    default: return "it is not a file";
    }
}

static bool cannot_read(struct fail *fail, const char *path, int error)
{
    fail_add(fail, (struct fail_place){ .file = path }, "cannot read: %s",
             file_reason(error));
    return false;
}

/* 0 or an error; `size` may be less than there is to read, even nothing. */
static int ask_size(uv_file file, uint64_t *size)
{
    uv_fs_t request;
    int error = uv_fs_fstat(NULL, &request, file, NULL);
    bool is_directory = (request.statbuf.st_mode & S_IFMT) == S_IFDIR;

    *size = request.statbuf.st_size;
    uv_fs_req_cleanup(&request);
    return error == 0 && is_directory ? UV_EISDIR : error;
}

/* All of an open file; 0 or an error. */
static int read_all(uv_file file, struct text *text)
{
    char buffer[READ_SIZE];
    uint64_t size = 0;
    int error = ask_size(file, &size);

    while (error == 0 && (size == 0 || text->length != size)) {
        uv_fs_t request;
        uv_buf_t space = uv_buf_init(buffer, READ_SIZE);
        int count = uv_fs_read(NULL, &request, file, &space, 1, -1, NULL);
        uv_fs_req_cleanup(&request);
        if (count <= 0)
            return count;
        text_add_n(text, buffer, (size_t)count);
    }
    return error;
}

static int read_file(const char *path, struct text *text)
{
    uv_fs_t request;
    uv_file file =
        uv_fs_open(NULL, &request, system_long_name(text->arena, path),
                   UV_FS_O_RDONLY, 0, NULL);

    uv_fs_req_cleanup(&request);
    if (file < 0)
        return file;

    int error = read_all(file, text);

    uv_fs_close(NULL, &request, file, NULL);
    uv_fs_req_cleanup(&request);
    return error;
}

bool file_read(struct arena *arena, const char *path, struct fail *fail,
               struct file_text *text)
{
    struct arena *scratch = arena_open();
    struct text read = text_make(scratch);
    int error = read_file(path, &read);

    if (error == 0) {
        text->data = arena_copy(arena, text_str(&read), read.length + 1);
        text->size = read.length;
    }
    arena_close(scratch);
    return error == 0 || cannot_read(fail, path, error);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool file_list(struct arena *arena, const char *directory, struct fail *fail,
               struct file_names *names)
{
    struct arena *scratch = arena_open();
    uv_fs_t request;
    uv_dirent_t entry;
    int error = uv_fs_scandir(NULL, &request,
                              system_long_name(scratch, directory), 0, NULL);

    bool is_sorted = true; /* as libuv gives them on most systems */

    *names = (struct file_names){ 0 };
    while (error >= 0 && uv_fs_scandir_next(&request, &entry) == 0) {
        is_sorted &=
            names->count == 0 || strcmp(vec_last(names), entry.name) < 0;
        vec_push(arena, names, arena_strdup(arena, entry.name));
    }
    uv_fs_req_cleanup(&request);
    arena_close(scratch);
    if (!is_sorted)
        qsort(names->items, names->count, sizeof(*names->items), compare_names);
    return error >= 0 || cannot_read(fail, directory, error);
}

const char *file_working_directory(struct arena *arena)
{
    char name[LONGEST_PATH];
    size_t size = sizeof(name);

    return uv_cwd(name, &size) == 0 ? path_normal(arena, name) : "";
}

char *file_program(struct arena *arena)
{
    char path[LONGEST_PATH];
    size_t size = sizeof(path);

    return uv_exepath(path, &size) == 0 ? path_normal(arena, path) : NULL;
}

char *file_program_directory(struct arena *arena)
{
    const char *path = file_program(arena);

    return path ? path_directory(arena, path) : NULL;
}
