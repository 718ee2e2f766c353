/* system_posix.c - what is ours to do where libuv does the rest. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/system.h"

#include <errno.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <uv.h>

bool system_is_separator(char character)
{
    return character == '/';
}

size_t system_path_root(const char *path)
{
    return path[0] == '/' ? 1 : 0;
}

char system_root_character(const char *path, size_t i)
{
    return path[i];
}

const char *system_short_name(struct arena *arena, const char *path)
{
    (void)arena;
    return path;
}

const char *system_long_name(struct arena *arena, const char *path)
{
    (void)arena;
    return path;
}

int system_map(int file, size_t size, const void **data)
{
    void *memory = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);

    if (memory == MAP_FAILED)
        return uv_translate_sys_error(errno);
    *data = memory;
    return 0;
}

void system_unmap(const void *data, size_t size)
{
    union {
        const void *constant;
        void *data;
    } memory = { data };

    munmap(memory.data, size);
}

size_t system_deep_stack(void)
{
    return (size_t)1 << 30;
}

char **system_words(struct arena *arena, int *count, char **words)
{
    (void)arena;
    (void)count;
    return words;
}

unsigned system_open_console(void)
{
    return 0;
}

void system_close_console(unsigned code_page)
{
    (void)code_page;
}

bool system_console_obeys(int stream)
{
    (void)stream;
    return true;
}

/* On Linux a thread has a priority of its own, which those that it starts take
 * over; elsewhere that of all of the process would be lowered. */
void system_go_second(void)
{
#if defined(__linux__)
    enum { BEHIND = 5 };

    setpriority(PRIO_PROCESS, 0, BEHIND);
#endif
}
