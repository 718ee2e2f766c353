/* file_map.h - a whole file as memory, without reading it first. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_FILE_MAP_H
#define UNLOADCHECK_SUPPORT_FILE_MAP_H

#include <stdbool.h>
#include <stddef.h>

struct fail;

struct file_map {
    const void *data; /* of an empty file too, never NULL */
    size_t size;
    bool is_borrowed; /* the memory is somebody else's, who closes it */
};

/* False, and why, if it cannot be read; `fail` may be NULL: then nobody is
 * told. The file must not be made shorter as long as it is open: replace it. */
bool file_map_open(const char *path, struct fail *fail, struct file_map *map);
void file_map_close(struct file_map *map);

#endif
