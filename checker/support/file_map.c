/* file_map.c - a whole file as memory, without reading it first. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/file_map.h"

#include "support/fail.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static bool map_descriptor(int descriptor, struct file_map *map)
{
    struct stat status;

    if (fstat(descriptor, &status) != 0)
        return false;
    if (S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        return false;
    }
    map->size = (size_t)status.st_size;
    if (map->size == 0)
        return true;

    void *data = mmap(NULL, map->size, PROT_READ, MAP_PRIVATE, descriptor, 0);

    if (data == MAP_FAILED)
        return false;
    map->data = data;
    return true;
}

bool file_map_open(const char *path, struct fail *fail, struct file_map *map)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);

    *map = (struct file_map){ .data = "" };

    bool good = descriptor >= 0 && map_descriptor(descriptor, map);

    if (!good && fail)
        fail_add(fail, (struct fail_place){ .file = path }, "cannot read: %s",
                 strerror(errno));
    if (descriptor >= 0)
        close(descriptor);
    return good;
}

void file_map_close(struct file_map *map)
{
    union {
        const void *constant;
        void *data;
    } memory = { map->data };

    if (map->size != 0)
        munmap(memory.data, map->size);
    *map = (struct file_map){ .data = "" };
}
