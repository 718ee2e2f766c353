// RUN: %units/support-path
#include "support/path.h"
#include "support/arena.h"
#include "expect.h"

static void normal(struct arena *a)
{
    expect_text(path_normal(a, ""), ".");
    expect_text(path_normal(a, "./"), ".");
    expect_text(path_normal(a, "a/.."), ".");
    expect_text(path_normal(a, "a/../.."), "..");
    expect_text(path_normal(a, "../x/./y/"), "../x/y");
    expect_text(path_normal(a, "/a//b/../c"), "/a/c");
    expect_text(path_normal(a, "/.."), "/");
}

static void relative(struct arena *a)
{
    expect_text(path_relative(a, "/a/b/c", "/a/d/e"), "../../b/c");
    expect_text(path_relative(a, "a/b", "a/b"), ".");
    expect_text(path_relative(a, "/ab", "/a"), "../ab");
    expect_text(path_relative(a, "/x", "y"), "/x");
    expect_text(path_relative(a, "x", "../y"), "x");
}

static void shortened(struct arena *a)
{
    expect_text(path_short(a, "/a/b/c", "/a"), "b/c");
    expect_text(path_short(a, "/a", "/a"), ".");
    expect_text(path_short(a, "/ab/c", "/a"), "/ab/c");
    expect_text(path_short(a, "/a", "/a/b"), "/a");
    expect_text(path_short(a, "/a/..b", "/a"), "..b");
    expect_text(path_short(a, "../x", "/a"), "../x");
}

static void above(struct arena *a)
{
    expect_text(path_above(a, "/a/b"), "/a");
    expect_text(path_above(a, "/a"), "/");
    expect_text(path_above(a, "a"), ".");
    expect(!path_above(a, "/"));
    expect(!path_above(a, "."));
}

static void join(struct arena *a)
{
    expect_text(path_join(a, "a", "b"), "a/b");
    expect_text(path_join(a, "a/", "b"), "a/b");
    expect_text(path_join(a, "", "b"), "b");
    expect_text(path_join(a, "a", "/b"), "/b");
}

static void pieces(struct arena *a)
{
    expect_text(path_directory(a, "a/b/c.d"), "a/b");
    expect_text(path_directory(a, "a"), ".");
    expect_text(path_directory(a, "/a"), "/");
    expect_text(path_base("a/b/c.d"), "c.d");
    expect_text(path_base("c.d"), "c.d");
    expect_text(path_extension("a.b/c.tar.gz"), ".gz");
    expect_text(path_extension("a.b/c"), "");
    expect_text(path_extension(".profile"), "");
}

int main(void)
{
    struct arena *arena = arena_open();

    normal(arena);
    relative(arena);
    shortened(arena);
    above(arena);
    join(arena);
    pieces(arena);
    arena_close(arena);
    return 0;
}
