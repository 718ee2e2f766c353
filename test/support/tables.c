// RUN: %units/support-tables
//
// Strings, maps, vecs and texts, each past the size at which it grows.
#include "support/arena.h"
#include "support/hash.h"
#include "support/map.h"
#include "support/strings.h"
#include "support/text.h"
#include "support/vec.h"
#include "expect.h"

enum { MANY = 5000 };

static const char *number(struct arena *arena, size_t i)
{
    return arena_format(arena, "n%zu", i);
}

static void strings_are_one(struct arena *arena)
{
    struct strings *strings = strings_make(arena);

    expect(strings_find(strings, "n1") == NULL);
    for (size_t i = 0; i < MANY; i++)
        expect(strings_intern(strings, number(arena, i)) ==
               strings_intern(strings, number(arena, i)));
    expect(strings_intern_n(strings, "n12345", 2) ==
           strings_find(strings, "n1"));
    expect_text(strings_intern(strings, ""), "");
}

static void map_keeps_order(struct arena *arena)
{
    struct map *map = map_make(arena);
    static char keys[MANY];

    for (size_t i = MANY; i-- > 0;)
        map_put(map, &keys[i], &keys[0]);
    map_put(map, &keys[7], &keys[1]);
    map_put(map, &keys[8], NULL);
    expect(map_count(map) == MANY);
    expect(map_at(map, 0).key == &keys[MANY - 1]);
    expect(map_at(map, MANY - 1 - 7).key == &keys[7]);
    expect(map_get(map, &keys[7]) == &keys[1]);
    expect(map_get(map, &keys[8]) == NULL && map_has(map, &keys[8]));
    expect(map_get(map, map) == NULL && !map_has(map, map));
}

/* Of many maps, with keys anywhere. */
static size_t size_with_keys(uint64_t anywhere)
{
    struct arena *arena = arena_open();

    for (size_t count = 0; count < 500; count++) {
        struct map *map = map_make(arena);
        for (size_t i = 0; i < count; i++) {
            anywhere = hash_mix(anywhere, i);
            map_put(map, (const void *)(uintptr_t)anywhere, map);
        }
    }

    size_t size = arena_size(arena);

    arena_close(arena);
    return size;
}

/* Wherever the system puts things. */
static void maps_take_as_much_everywhere(void)
{
    size_t size = size_with_keys(0);

    for (uint64_t i = 1; i < 10; i++)
        expect(size_with_keys(i) == size);
}

static void vec_keeps_items(struct arena *arena)
{
    struct vec_of(size_t) numbers = { 0 };
    size_t sum = 0;

    vec_each(size_t, n, &numbers)
        sum += *n;
    expect(sum == 0);
    for (size_t i = 0; i < MANY; i++)
        vec_push(arena, &numbers, i);
    vec_each(size_t, n, &numbers)
        sum += *n;
    expect(sum == (size_t)MANY * (MANY - 1) / 2);
    expect(vec_last(&numbers) == MANY - 1);
    expect(vec_pop(&numbers) == MANY - 1);
    expect(numbers.count == MANY - 1);
}

static void text_grows(struct arena *arena)
{
    struct text text = text_make(arena);

    expect_text(text_str(&text), "");
    for (int i = 0; i < MANY; i++)
        text_addf(&text, "%d,", i % 10);
    expect(text.length == 2 * MANY);
    text_add(&text, "ab");
    text_add_n(&text, "cdef", 1);
    text_add_char(&text, 'd');
    expect_text(text_str(&text) + 2 * (size_t)MANY - 2, "9,abcd");
}

static void hash_is_stable(void)
{
    expect(hash_string("abc") == 0x78af5f94892f3950ULL);
    expect(hash_mix(1, 2) != hash_mix(2, 1));
}

int main(void)
{
    struct arena *arena = arena_open();

    strings_are_one(arena);
    map_keeps_order(arena);
    maps_take_as_much_everywhere();
    vec_keeps_items(arena);
    text_grows(arena);
    hash_is_stable();
    arena_close(arena);
    return 0;
}
