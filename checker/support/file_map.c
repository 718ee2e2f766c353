/* file_map.c - a whole file as memory, without reading it first. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/file_map.h"

#include "support/arena.h"
#include "support/fail.h"
#include "support/file_priv.h"
#include "support/system.h"

#include <sys/stat.h>
#include <uv.h>

static int map_file(uv_file file, struct file_map *map)
{
    uv_fs_t request;
    int error = uv_fs_fstat(NULL, &request, file, NULL);
    uv_stat_t status = request.statbuf;

    uv_fs_req_cleanup(&request);
    if (error != 0)
        return error;
    if ((status.st_mode & S_IFMT) == S_IFDIR)
        return UV_EISDIR;
    if (status.st_size == 0)
        return 0;
    error = system_map(file, (size_t)status.st_size, &map->data);
    if (error == 0)
        map->size = (size_t)status.st_size;
    return error;
}

bool file_map_open(const char *path, struct fail *fail, struct file_map *map)
{
    struct arena *scratch = arena_open();
    uv_fs_t request;
    uv_file file = uv_fs_open(NULL, &request, system_long_name(scratch, path),
                              UV_FS_O_RDONLY, 0, NULL);

    uv_fs_req_cleanup(&request);
    *map = (struct file_map){ .data = "" };

    int error = file < 0 ? file : map_file(file, map);

    if (error != 0 && fail)
        fail_add(fail, (struct fail_place){ .file = path }, "cannot read: %s",
                 file_reason(error));
    if (file >= 0) {
        uv_fs_close(NULL, &request, file, NULL);
        uv_fs_req_cleanup(&request);
    }
    arena_close(scratch);
    return error == 0;
}

void file_map_close(struct file_map *map)
{
    if (map->size != 0 && !map->is_borrowed)
        system_unmap(map->data, map->size);
    *map = (struct file_map){ .data = "" };
}
