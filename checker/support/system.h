/* system.h - all in which Windows differs from other systems for us.
 *
 * What libuv has for both is not here. Each function has two definitions, in
 * system_posix.c and in system_windows.c; the build takes one of the files.
 * Only this folder includes it.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_SYSTEM_H
#define UNLOADCHECK_SUPPORT_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Names of files. */

bool system_is_separator(char character);

/* See path_root(). */
size_t system_path_root(const char *path);

/* How a character of the root is written in a normal path. */
char system_root_character(const char *path, size_t i);

/* Without what only the system needs to see of a long name. */
const char *system_short_name(struct arena *arena, const char *path);

/* The name as the system takes it, however long it is. */
const char *system_long_name(struct arena *arena, const char *path);

/* Files: an open one as memory, which is not empty. 0 or an error of libuv. */

int system_map(int file, size_t size, const void **data);
void system_unmap(const void *data, size_t size);

/* How large a stack to ask for that has room for code of any depth; 0: as large
 * as that of the program. */
size_t system_deep_stack(void);

/* See parallel_go_second(). */
void system_go_second(void);

/* See environment_words(). */
char **system_words(struct arena *arena, int *count, char **words);

/* Streams take bytes as they are from now on, and a console takes them for
 * UTF-8. What the console took them for is returned, for setting it back; 0 if
 * nothing was changed. */
unsigned system_open_console(void);
void system_close_console(unsigned code_page);

/* Whether the stream, 1 or 2, obeys escape sequences; it is a console. */
bool system_console_obeys(int stream);

#endif
