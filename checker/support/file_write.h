/* file_write.h - puts a whole file on the disk, or none.
 *
 * Whoever reads the name sees the old contents or the new ones, never a part,
 * whatever ends this process and however many write at the same time.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_FILE_WRITE_H
#define UNLOADCHECK_SUPPORT_FILE_WRITE_H

#include <stdbool.h>
#include <stddef.h>

struct fail;

/* What the name ends with while the file is written; a process that is killed
 * leaves it behind. */
#define FILE_WRITE_SUFFIX ".part"

/* False, and why, if it cannot be written; `fail` may be NULL: then nobody is
 * told. */
bool file_write(const char *path, const void *data, size_t size,
                struct fail *fail);

/* The same for a file that is there, which keeps its permissions; where it is a
 * link, the file that it leads to is written. */
bool file_replace(const char *path, const void *data, size_t size,
                  struct fail *fail);

/* Makes the folder and those it is in. False if it is not there after that. */
bool file_make_directory(const char *path);

/* False if it is there after that. */
bool file_remove(const char *path);

/* Makes it a file that was changed now, if it is there. */
void file_touch(const char *path);

#endif
