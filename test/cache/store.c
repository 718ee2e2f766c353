// An entry is found by its key and kind, whole; a folder of the store keeps to
// its limit by dropping what was not used for the longest time.
//
// RUN: rm -rf %t && %units/cache-store %t
#include "cache/store.h"

#include "support/arena.h"
#include "support/path.h"
#include "expect.h"

#include <sys/stat.h>
#include <utime.h>

enum { LARGE = 3 << 20, MANY = 8 };

/* All of one folder of the store. */
static struct digest key(unsigned number)
{
    return (struct digest){ 0x3f00000000000000, number };
}

static bool has(const struct store *store, unsigned number)
{
    struct file_map map;
    bool found = store_get(store, "unit", key(number), &map);

    if (found) {
        expect(map.size == LARGE);
        expect(((const char *)map.data)[LARGE - 1] == (char)number);
        file_map_close(&map);
    }
    return found;
}

static void put(const struct store *store, unsigned number)
{
    struct arena *arena = arena_open();
    char *data = arena_alloc(arena, LARGE);

    data[LARGE - 1] = (char)number;
    expect(store_put(store, "unit", key(number), data, LARGE));
    arena_close(arena);
}

/* Makes an entry look as if it was used on that day. */
static void age(const struct store *store, unsigned number, time_t day)
{
    struct arena *arena = arena_open();
    const char *name = digest_text(arena, key(number));
    const char *path =
        arena_format(arena, "%s/%.2s/%s.unit", store_folder(store), name,
                     name + 2);
    struct utimbuf times = { day * 86400, day * 86400 };

    expect(utime(path, &times) == 0);
    arena_close(arena);
}

static void test_kinds(const struct store *store)
{
    struct file_map map;

    expect(!store_get(store, "unit", key(1), &map));
    expect(store_put(store, "unit", key(1), "unit", 4));
    expect(store_put(store, "made", key(1), "", 0));
    expect(store_get(store, "unit", key(1), &map));
    expect(map.size == 4 && memcmp(map.data, "unit", 4) == 0);
    file_map_close(&map);
    expect(store_get(store, "made", key(1), &map));
    expect(map.size == 0);
    file_map_close(&map);
    expect(store_size(store, "unit").entries == 1);
    expect(store_size(store, NULL).bytes == 4);
    expect(store_prune(store, 0).entries == 2);
    expect(store_size(store, NULL).entries == 0);
}

static void test_limit(const struct store *store)
{
    for (unsigned i = 0; i < 2; i++) {
        put(store, i);
        age(store, i, 1000 + i);
    }
    expect(has(store, 0)); /* which is a use: now 1 is the oldest */
    put(store, 2);
    expect(!has(store, 1));
    expect(has(store, 0) || has(store, 2));
    for (unsigned i = 3; i < MANY; i++)
        put(store, i);
    expect(store_size(store, NULL).bytes <= 8 << 20);
    expect(store_size(store, NULL).entries > 0);
}

static void test_key(void)
{
    struct arena *arena = arena_open();
    struct digest read;

    expect_text(digest_text(arena, key(10)),
                "3f00000000000000000000000000000a");
    expect(digest_parse("3f00000000000000000000000000000a", &read));
    expect(digest_equal(read, key(10)));
    expect(!digest_parse("3f0000000000000000000000000000a", &read));
    expect(!digest_parse("3F00000000000000000000000000000a", &read));
    expect(!digest_equal(digest_bytes("a", 1), digest_bytes("b", 1)));
    arena_close(arena);
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_open();

    expect(argc == 2);

    struct store *store = store_make(arena, argv[1]);

    test_key();
    test_kinds(store);
    test_limit(store);
    arena_close(arena);
    return 0;
}
