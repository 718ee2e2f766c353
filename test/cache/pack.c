// What is put in a pack is there in the next run, as far as that one uses it
// and the file is what was written.
//
// RUN: rm -rf %t && mkdir %t && %units/cache-pack %t/packs/one.pack
#include "cache/pack.h"

#include "expect.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/file_write.h"

enum { ENTRIES = 5, LONGEST = 40 };

static struct digest key(size_t number)
{
    return (struct digest){ number % 2, number };
}

/* As many bytes as the number says, ten times. */
static void contents(size_t number, char *data)
{
    memset(data, 'a' + (int)number, LONGEST);
}

static void put(struct pack *pack, size_t number)
{
    char data[LONGEST];

    contents(number, data);
    pack_put(pack, "unit", key(number), data, number * 10);
}

/* There, as it was put; or not there. */
static bool has(struct pack *pack, size_t number)
{
    struct file_map map;
    char data[LONGEST];

    if (!pack_get(pack, "unit", key(number), &map))
        return false;
    contents(number, data);
    expect(map.size == number * 10);
    expect(memcmp(map.data, data, map.size) == 0);
    file_map_close(&map);
    return true;
}

static void test_use(const char *path)
{
    struct arena *arena = arena_open();
    struct pack *pack = pack_open(arena, path);
    struct file_map map;

    for (size_t i = 0; i < ENTRIES; i++) {
        expect(!has(pack, i));
        put(pack, i);
        expect(has(pack, i));
    }
    expect(!pack_get(pack, "made", key(1), &map));
    pack_put(pack, "made", key(1), "other", 5);
    expect(has(pack, 1));
    expect(pack_close(pack));

    pack = pack_open(arena, path);
    for (size_t i = 1; i < ENTRIES; i++)
        expect(has(pack, i));
    expect(!pack_close(pack)); /* nothing is new */

    pack = pack_open(arena, path);
    expect(has(pack, 0) && has(pack, 4));
    put(pack, 4);
    expect(pack_close(pack));

    pack = pack_open(arena, path);
    expect(has(pack, 0) && has(pack, 4));
    expect(!has(pack, 1)); /* it was not used */
    pack_close(pack);
    arena_close(arena);
}

/* Whatever happens to a byte of the file, or to its end, what is there is what
 * was put. */
static void test_damage(const char *path)
{
    struct arena *arena = arena_open();
    struct fail *fail = fail_make(arena);
    struct file_text text;

    expect(file_read(arena, path, fail, &text));

    char *bytes = arena_copy(arena, text.data, text.size);

    for (size_t i = 0; i < 2 * text.size; i++) {
        struct arena *scratch = arena_open();
        size_t at = i % text.size;
        bytes[at] ^= 0x10;
        expect(file_write(path, bytes, i < text.size ? text.size : at, fail));
        struct pack *pack = pack_open(scratch, path);
        for (size_t number = 0; number < ENTRIES; number++)
            has(pack, number);
        expect(!pack_close(pack));
        bytes[at] ^= 0x10;
        arena_close(scratch);
    }
    arena_close(arena);
}

int main(int argc, char **argv)
{
    expect(argc == 2);
    test_use(argv[1]);
    test_damage(argv[1]);
    return 0;
}
