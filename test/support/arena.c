// RUN: %units/support-arena
// RUN: not %units/support-arena overflow 2>&1 | FileCheck %s
// CHECK: unloadcheck: error: out of memory
#include "support/arena.h"
#include "expect.h"

#include <stdint.h>

static int is_zero(const char *data, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (data[i] != 0)
            return 0;
    return 1;
}

static void objects_are_apart_aligned_and_zeroed(struct arena *arena)
{
    char *last = NULL;

    for (size_t size = 0; size < 5000; size += 7) {
        char *data = arena_alloc(arena, size);
        expect(data != last);
        expect((uintptr_t)data % sizeof(void *) == 0);
        expect(is_zero(data, size));
        memset(data, 'x', size);
        last = data;
    }
}

static void strings_are_copied(struct arena *arena)
{
    char original[] = "original";
    char *copy = arena_strdup(arena, original);

    original[0] = 'O';
    expect_text(copy, "original");
    expect_text(arena_strndup(arena, "abc", 2), "ab");
    expect_text(arena_strndup(arena, "abc", 20), "abc");
    expect_text(arena_format(arena, "%s-%d", "x", 7), "x-7");
}

static void what_is_apart_is_not_counted(struct arena *arena)
{
    size_t size = arena_size(arena);
    char *data = arena_alloc_apart(arena, 100000);

    expect(data[0] == 0 && data[99999] == 0);
    expect(arena_size(arena) == size);
}

static void reset_drops_all(struct arena *arena)
{
    expect(arena_size(arena) != 0);
    arena_reset(arena);
    expect(arena_size(arena) == 0);
    objects_are_apart_aligned_and_zeroed(arena);
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_open();

    (void)argv;
    if (argc > 1)
        arena_alloc_array(arena, SIZE_MAX / 2, 3);
    objects_are_apart_aligned_and_zeroed(arena);
    strings_are_copied(arena);
    what_is_apart_is_not_counted(arena);
    reset_drops_all(arena);
    arena_close(arena);
    arena_close(NULL);
    return 0;
}
