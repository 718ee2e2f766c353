// What a path is on Windows: drives, shares, both separators, and the form that
// the system wants for long names.
//
// RUN: %wine %mingw/bin/units/support-path-windows.exe
#include "support/path.h"
#include "support/arena.h"
#include "support/file.h"
#include "expect.h"

static void normal(struct arena *a)
{
    expect_text(path_normal(a, "a\\b\\..\\c"), "a/c");
    expect_text(path_normal(a, "c:\\src\\.\\drv.c"), "C:/src/drv.c");
    expect_text(path_normal(a, "C:\\.."), "C:/");
    expect_text(path_normal(a, "\\\\server\\share\\a\\..\\b"),
                "//server/share/b");
    expect_text(path_normal(a, "\\\\server\\share\\..\\.."), "//server/share/");
    expect_text(path_normal(a, "\\\\?\\c:\\src\\drv.c"), "C:/src/drv.c");
    expect_text(path_normal(a, "\\\\?\\UNC\\server\\share\\a"),
                "//server/share/a");
}

static void absolute(struct arena *a)
{
    expect(path_is_absolute("C:\\src") && path_is_absolute("\\\\server\\share"));
    expect(path_is_absolute("\\\\?\\C:\\src") && path_is_absolute("/src"));
    expect(!path_is_absolute("src\\drv.c") && !path_is_absolute(".."));
    expect_text(path_join(a, "C:/src", "D:\\drv.c"), "D:\\drv.c");
    expect_text(path_join(a, "C:\\src\\", "drv.c"), "C:\\src\\drv.c");
}

static void seen_from(struct arena *a)
{
    expect_text(path_relative(a, "C:/a/b", "C:/a/c"), "../b");
    expect_text(path_relative(a, "D:/a/b", "C:/a"), "D:/a/b");
    expect_text(path_relative(a, "//server/share/a", "C:/a"),
                "//server/share/a");
}

static void parts(struct arena *a)
{
    expect_text(path_base("C:\\src\\drv.c"), "drv.c");
    expect_text(path_extension("C:\\a.b\\drv"), "");
    expect_text(path_directory(a, "C:\\src\\drv.c"), "C:\\src");
    expect_text(path_directory(a, "C:/src"), "C:/");
    expect(path_above(a, "C:/") == NULL);
    expect(path_above(a, "//server/share/") == NULL);
}

/* Where we are is a path of this kind, and it is there. */
static void on_disk(struct arena *a)
{
    const char *working = file_working_directory(a);

    expect(path_is_absolute(working) && working[1] == ':');
    expect_text(path_normal(a, working), working);
    expect(file_is_directory(working));
}

int main(void)
{
    struct arena *arena = arena_open();

    normal(arena);
    absolute(arena);
    seen_from(arena);
    parts(arena);
    on_disk(arena);
    arena_close(arena);
    return 0;
}
