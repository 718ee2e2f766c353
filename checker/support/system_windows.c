/* system_windows.c - names, files, words and consoles as Windows has them.
 *
 * Names and words are UTF-16 there, and UTF-8 in this program. A path can start
 * with a drive or a share, has two separators, and when it is long is taken
 * only in a form of its own, "\\?\C:\folder\name": absolute, normal, with '\'.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/arena.h"
#include "support/file.h"
#include "support/path.h"
#include "support/system.h"

#include <ctype.h>
#include <fcntl.h>
#include <io.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>
#include <windows.h>
/* Needs what windows.h declares. */
#include <shellapi.h>

/* Folders can be made with names somewhat shorter than the 260 characters that
 * files can have. */
enum { LONGEST_SHORT = 240 };

bool system_is_separator(char character)
{
    return character == '/' || character == '\\';
}

static bool has_drive(const char *path)
{
    return isalpha((unsigned char)path[0]) && path[1] == ':';
}

static const char *end_of_part(const char *at)
{
    while (*at != '\0' && !system_is_separator(*at))
        at++;
    return at;
}

/* A share is "//server/share/", and so is "//?/C:/" as far as we care. */
size_t system_path_root(const char *path)
{
    if (has_drive(path))
        return system_is_separator(path[2]) ? 3 : 2;
    if (!system_is_separator(path[0]))
        return 0;
    if (!system_is_separator(path[1]) || system_is_separator(path[2]))
        return 1;

    const char *end = end_of_part(path + 2);

    end = end_of_part(end + (*end != '\0'));
    return (size_t)(end - path) + (*end != '\0');
}

/* In paths that mean the same the letter of the drive is the same. */
char system_root_character(const char *path, size_t i)
{
    if (system_is_separator(path[i]))
        return '/';
    return (char)(has_drive(path) ? toupper((unsigned char)path[i]) : path[i]);
}

const char *system_short_name(struct arena *arena, const char *path)
{
    bool is_long = system_is_separator(path[0]) &&
                   system_is_separator(path[1]) && path[2] == '?' &&
                   system_is_separator(path[3]);

    if (!is_long)
        return path;
    if (strncmp(path + 4, "UNC", 3) == 0 && system_is_separator(path[7]))
        return arena_format(arena, "/%s", path + 7);
    return path + 4;
}

/* What starts with one separator is on the drive, or share, where we are. */
static const char *full_name(struct arena *arena, const char *path)
{
    const char *working = file_working_directory(arena);
    const char *full = path_normal(arena, path_join(arena, working, path));
    size_t root = system_path_root(working);

    if (system_path_root(full) != 1 || root < 2)
        return full;
    return arena_format(arena, "%.*s%s", (int)root, working, full + 1);
}

const char *system_long_name(struct arena *arena, const char *path)
{
    const char *full = full_name(arena, path);
    bool is_share = strncmp(full, "//", 2) == 0;

    if (strlen(full) <= LONGEST_SHORT)
        return path;

    char *name = arena_format(arena, "//?/%s%s", is_share ? "UNC/" : "",
                              is_share ? full + 2 : full);

    for (char *at = name; *at != '\0'; at++)
        if (*at == '/')
            *at = '\\';
    return name;
}

/* A read may give less than is asked for. */
static int read_whole(int file, char *data, size_t size)
{
    while (size != 0) {
        uv_fs_t request;
        unsigned wanted = size > INT_MAX ? INT_MAX : (unsigned)size;
        uv_buf_t space = uv_buf_init(data, wanted);
        int count = uv_fs_read(NULL, &request, file, &space, 1, -1, NULL);
        uv_fs_req_cleanup(&request);
        if (count <= 0)
            return count < 0 ? count : UV_EOF;
        data += count;
        size -= (size_t)count;
    }
    return 0;
}

/* It is read: nobody could put a new file where one is mapped. */
int system_map(int file, size_t size, const void **data)
{
    char *memory = malloc(size);
    int error = memory ? read_whole(file, memory, size) : UV_ENOMEM;

    if (error == 0)
        *data = memory;
    else
        free(memory);
    return error;
}

void system_unmap(const void *data, size_t size)
{
    union {
        const void *constant;
        void *data;
    } memory = { data };

    (void)size;
    free(memory.data);
}

/* A stack that is asked for is paid for at once; that of the program, whose
 * size is in its header, where it is used. See checker/CMakeLists.txt. */
size_t system_deep_stack(void)
{
    return 0;
}

static char *to_utf8(struct arena *arena, const wchar_t *wide)
{
    int size = WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL);
    char *text = arena_alloc(arena, size > 0 ? (size_t)size : 1);

    if (size <= 0 ||
        WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, size, NULL, NULL) == 0)
        text[0] = '\0';
    return text;
}

/* What main() gets is in the code page of the system, which lacks most
 * characters. */
char **system_words(struct arena *arena, int *count, char **words)
{
    wchar_t **wide = CommandLineToArgvW(GetCommandLineW(), count);

    if (!wide)
        return words;

    char **all = arena_array(arena, char *, (size_t)*count + 1);

    for (int i = 0; i < *count; i++)
        all[i] = to_utf8(arena, wide[i]);
    all[*count] = NULL;
    LocalFree(wide);
    return all;
}

static HANDLE handle_of(int stream)
{
    return GetStdHandle(stream == 1 ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
}

unsigned system_open_console(void)
{
    unsigned code_page = GetConsoleOutputCP();

    _setmode(_fileno(stdout), _O_BINARY);
    _setmode(_fileno(stderr), _O_BINARY);
    return code_page != CP_UTF8 && SetConsoleOutputCP(CP_UTF8) ? code_page : 0;
}

void system_close_console(unsigned code_page)
{
    if (code_page != 0)
        SetConsoleOutputCP(code_page);
}

bool system_console_obeys(int stream)
{
    DWORD mode = 0;

    return GetConsoleMode(handle_of(stream), &mode) != 0 &&
           SetConsoleMode(handle_of(stream),
                          mode | ENABLE_PROCESSED_OUTPUT |
                              ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
}

/* Threads that it starts have their own priority. */
void system_go_second(void)
{
    SetThreadPriority(GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL);
}
