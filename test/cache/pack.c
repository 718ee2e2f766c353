// What is put in a pack is there in the next run, as far as that one uses it
// and the file is what was written; what is new in a large one, in a file of its
// own.
//
// RUN: rm -rf %t && mkdir %t
// RUN: %units/cache-pack %t/packs/one.pack \
// RUN:     %t/many.pack %t/many.new.pack
#include "cache/pack.h"

#include "expect.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/file_write.h"

#include <string.h>

enum { ENTRIES = 5, LONGEST = 40, MANY = 5000, MUCH = 400000 };

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

static bool has_text(struct pack *pack, size_t number, const char *wanted)
{
    struct file_map map;

    return pack_get(pack, "text", key(number), &map) &&
           map.size == strlen(wanted) &&
           memcmp(map.data, wanted, map.size) == 0;
}

/* Opens the pack, sees that what was put is there, puts one text and closes. */
static void add_text(const char *path, size_t number, const char *text)
{
    struct arena *arena = arena_open();
    struct pack *pack = pack_open(arena, path);

    for (size_t i = 0; i < MANY; i++)
        expect(has_text(pack, i, "an old text"));
    pack_put(pack, "text", key(number), text, strlen(text));
    expect(pack_close(pack));
    arena_close(arena);
}

static uint64_t size_of(const char *path)
{
    struct file_status status = { 0 };

    return file_status(path, &status) ? status.size : 0;
}

static void expect_texts(const char *path, size_t count)
{
    struct arena *arena = arena_open();
    struct pack *pack = pack_open(arena, path);

    expect(has_text(pack, MANY, count > 0 ? "new" : "nothing") == (count > 0));
    expect(has_text(pack, MANY + 1, "more") == (count > 1));
    expect(!pack_close(pack));
    arena_close(arena);
}

static void test_news(const char *path, const char *news)
{
    struct arena *arena = arena_open();
    struct fail *fail = fail_make(arena);
    struct pack *pack = pack_open(arena, path);
    char *much = arena_alloc(arena, MUCH);
    struct file_text text;

    for (size_t i = 0; i < MANY; i++)
        pack_put(pack, "text", key(i), "an old text", strlen("an old text"));
    expect(pack_close(pack));

    uint64_t size = size_of(path);

    expect(size_of(news) == 0);
    add_text(path, MANY, "old");
    add_text(path, MANY, "new");
    expect(size_of(path) == size && size_of(news) > 0);
    expect_texts(path, 1);
    add_text(path, MANY + 1, "more");
    expect_texts(path, 2);
    expect(file_read(arena, news, fail, &text));
    expect(file_write(news, "nothing", strlen("nothing"), fail));
    expect_texts(path, 0);
    expect(file_write(news, text.data, text.size, fail));
    pack = pack_open(arena, path);
    expect(has_text(pack, MANY, "new"));
    for (int i = 0; i < 2; i++)
        pack_put(pack, "text", key(MUCH + (size_t)i), much, MUCH / 2);
    expect(pack_close(pack));
    expect(size_of(news) == 0 && size_of(path) > MUCH);
    expect_texts(path, 1); /* the other one was not used */
    arena_close(arena);
}

int main(int argc, char **argv)
{
    expect(argc == 4);
    test_use(argv[1]);
    test_damage(argv[1]);
    test_news(argv[2], argv[3]);
    return 0;
}
