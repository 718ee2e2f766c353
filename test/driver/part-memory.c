// What was found out of parts is found again under its key, the last that was
// kept, until there is too much of it.
//
// RUN: %units/driver-part-memory
#include "driver/part_memory.h"

#include "support/arena.h"
#include "support/strings.h"
#include "expect.h"

#include <stdlib.h>

enum { LARGE = 9 << 20 };

static const struct engine_memory *engine;

static struct digest key_of(uint64_t number)
{
    return (struct digest){ number, 7 };
}

static void keep(uint64_t number, const void *bytes, size_t size)
{
    engine->keep(engine->data, key_of(number), bytes, size);
}

static const char *find(struct arena *arena, uint64_t number, size_t *size)
{
    return engine->find(engine->data, arena, key_of(number), size);
}

int main(void)
{
    struct arena *arena = arena_open();
    struct part_memory *memory = part_memory_open(strings_make(arena));
    char *large = calloc(1, LARGE);
    size_t size = 0;

    engine = part_memory_of(memory);
    expect(!find(arena, 1, &size));
    keep(1, "one", 4);
    keep(2, "two", 4);
    expect_text(find(arena, 1, &size), "one");
    expect(size == 4);
    keep(1, "other", 6);
    expect_text(find(arena, 1, &size), "other");
    expect_text(find(arena, 2, &size), "two");

    for (uint64_t number = 10; number < 15; number++)
        keep(number, large, LARGE);
    expect(!find(arena, 1, &size));
    expect(find(arena, 14, &size) && size == LARGE);

    free(large);
    part_memory_close(memory);
    part_memory_close(NULL);
    arena_close(arena);
    return 0;
}
