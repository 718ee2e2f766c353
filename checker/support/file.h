/* file.h - what is on the disk.
 *
 * Reading can go wrong because of the user, so every function that reads takes
 * the door for such trouble and says there what is the matter.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_FILE_H
#define UNLOADCHECK_SUPPORT_FILE_H

#include "support/vec.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct fail;

/* A whole file; one NUL follows that is not counted. */
struct file_text {
    const char *data;
    size_t size;
};

struct file_names vec_of(const char *);

struct file_status {
    uint64_t size;
    int64_t changed; /* when its contents were, in seconds since 1970 */
};

bool file_read(struct arena *arena, const char *path, struct fail *fail,
               struct file_text *text);

/* Names in a directory without "." and "..", sorted by their bytes. */
bool file_list(struct arena *arena, const char *directory, struct fail *fail,
               struct file_names *names);

/* The file or folder that `name` means below `folder`, whatever the case and
 * the separators it is written with; NULL if there is none. */
const char *file_in_any_case(struct arena *arena, const char *folder,
                             const char *name);

/* `path`, or the file or folder that it means in another case. */
const char *file_as_on_disk(struct arena *arena, const char *path);

bool file_is_regular(const char *path);
bool file_is_directory(const char *path);
bool file_is_there(const char *path); /* one of the two */

/* False if there is no such regular file. */
bool file_status(const char *path, struct file_status *status);

/* Why it is no file that can be read, or NULL. */
const char *file_trouble(const char *path);

/* Whether the name itself is a symbolic link, wherever it leads. */
bool file_is_link(const char *path);

/* What the system says of a file or folder without looking into it. As long as
 * it says the same, there is the same in it, if it was settled when that was
 * looked at: changed long enough before for the clocks of file systems, of
 * which the coarsest count two seconds. */
struct file_stamp {
    uint64_t device;
    uint64_t number;
    uint64_t size;
    int64_t modified; /* nanoseconds since 1970 */
    int64_t changed;  /* of the file, or of what is known of it */
};

/* False if there is nothing of that name. Links are followed. */
bool file_stamp(const char *path, struct file_stamp *stamp);
bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b);
bool file_stamp_is_settled(const struct file_stamp *stamp);

/* The working folder, absolute; "" if the system does not say. */
const char *file_working_directory(struct arena *arena);

/* The running program and its directory, absolute; NULL if the system does not
 * say. */
char *file_program(struct arena *arena);
char *file_program_directory(struct arena *arena);

#endif
