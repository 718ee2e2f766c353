/* scratch.c - files for targets whose parser reads from the disk. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fuzz.h"

#include "expect.h"

#include <ftw.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_SIZE = 128, NAME_COUNT = 12 };

static char folder[] = "/tmp/unloadcheck-fuzz-XXXXXX";
static char names[NAME_COUNT][NAME_SIZE];

static int remove_one(const char *path, const struct stat *about, int flag,
                      struct FTW *walk)
{
    (void)about;
    (void)flag;
    (void)walk;
    return remove(path);
}

static void remove_all(void)
{
    nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

const char *scratch_folder(void)
{
    static bool is_made;

    if (!is_made) {
        expect(mkdtemp(folder) != NULL);
        atexit(remove_all);
        is_made = true;
    }
    return folder;
}

/* The path of the name, kept. */
static const char *path_of(const char *name)
{
    size_t i = 0;
    char path[NAME_SIZE];

    snprintf(path, sizeof(path), "%s/%s", scratch_folder(), name);
    while (i + 1 < NAME_COUNT && names[i][0] && strcmp(names[i], path) != 0)
        i++;
    snprintf(names[i], NAME_SIZE, "%s", path);
    return names[i];
}

const char *scratch_file(const char *name, const uint8_t *data, size_t size)
{
    const char *path = path_of(name);
    const char *slash = strrchr(name, '/');

    if (slash) {
        char inner[NAME_SIZE];
        snprintf(inner, sizeof(inner), "%s/%.*s", scratch_folder(),
                 (int)(slash - name), name);
        mkdir(inner, 0700);
    }
    FILE *file = fopen(path, "wb");
    expect(file != NULL);
    expect(size == 0 || fwrite(data, size, 1, file) == 1);
    expect(fclose(file) == 0);
    return path;
}
