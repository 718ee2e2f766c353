// What a file holds is asked once, and by a later run only if it does not look
// as it did.
//
// RUN: rm -rf %t && mkdir %t && %units/cache-contents %s %t
#include "cache/contents.h"

#include "expect.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file_write.h"
#include "support/path.h"
#include "support/text.h"

static struct digest ask(struct contents *contents, const char *path)
{
    struct digest digest;

    expect(contents_of_file(contents, path, &digest));
    return digest;
}

static struct text write_all(struct arena *arena, struct contents *contents)
{
    struct text text = text_make(arena);

    contents_write(contents, &text);
    return text;
}

/* A file that has been there for long: its digest is the last thing before its
 * name, and is believed. */
static void test_settled(const char *old)
{
    struct arena *arena = arena_open();
    struct contents *first = contents_open(arena);
    struct digest digest = ask(first, old);

    expect(contents_has_learnt(first));

    struct text text = write_all(arena, first);
    struct contents *second = contents_open(arena);

    contents_read(second, text.data, text.length);
    expect(digest_equal(ask(second, old), digest));
    expect(!contents_has_learnt(second));

    struct contents *third = contents_open(arena);

    text.data[text.length - strlen(old) - 8 - 1] ^= 1;
    contents_read(third, text.data, text.length);
    expect(!digest_equal(ask(third, old), digest));

    /* With another stamp it is not. */
    struct contents *fourth = contents_open(arena);

    text.data[text.length - strlen(old) - 8 - 16 - 1] ^= 1;
    contents_read(fourth, text.data, text.length);
    expect(digest_equal(ask(fourth, old), digest));
    for (size_t cut = 0; cut < text.length; cut++)
        contents_read(contents_open(arena), text.data, cut);
    arena_close(arena);
}

/* One that was written just now may be written again at once. */
static void test_fresh(const char *folder)
{
    struct arena *arena = arena_open();
    struct fail *fail = fail_make(arena);
    const char *path = path_join(arena, folder, "fresh.h");
    const char *names = arena_format(arena, ".h,.hpp:%s", folder);
    struct contents *first = contents_open(arena);
    struct digest digest;

    expect(!contents_of_file(first, path, &digest));
    expect(file_write(path, "one", 3, fail));

    struct contents *second = contents_open(arena);
    struct digest one = ask(second, path);
    struct digest some = contents_of_names(second, names);

    expect(write_all(arena, second).length == 0);
    expect(file_write(path, "two", 3, fail));
    expect(digest_equal(ask(second, path), one)); /* asked once a run */
    expect(file_write(path_join(arena, folder, "other.H"), "", 0, fail));
    expect(file_write(path_join(arena, folder, "other.c"), "", 0, fail));

    struct contents *third = contents_open(arena);

    expect(!digest_equal(ask(third, path), one));
    expect(!digest_equal(contents_of_names(third, names), some));
    arena_close(arena);
}

int main(int argc, char **argv)
{
    expect(argc == 3);
    test_settled(argv[1]);
    test_fresh(argv[2]);
    return 0;
}
