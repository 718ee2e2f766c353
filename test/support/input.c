// Files and the door for bad input: what cannot be read is said once, with its
// name, and the rest is read.
//
// RUN: rm -rf %t && mkdir -p %t/dir && printf 'one\ntwo' >%t/dir/b && printf '' >%t/dir/a
// RUN: cd %t && %units/support-input | FileCheck %s
// CHECK:      unloadcheck: note: that was all
// CHECK-NEXT: missing: error: cannot read: no such file or directory
// CHECK-NEXT: dir: error: cannot read: it is a directory
// CHECK-NEXT: dir/b:2: error: two
// CHECK-NEXT: dir/b:2:3: error: two
// CHECK-NOT:  {{.}}
#include "support/fail.h"
#include "support/arena.h"
#include "support/file.h"
#include "expect.h"

static void read_and_list(struct arena *arena, struct fail *fail)
{
    struct file_text text;
    struct file_names names;

    expect(file_read(arena, "dir/b", fail, &text));
    expect(text.size == 7);
    expect_text(text.data, "one\ntwo");
    expect(file_read(arena, "dir/a", fail, &text));
    expect(text.size == 0);
    expect_text(text.data, "");
    expect(file_list(arena, "dir", fail, &names));
    expect(names.count == 2);
    expect_text(names.items[0], "a");
    expect_text(names.items[1], "b");
    expect(file_is_directory("dir") && !file_is_directory("dir/a"));
    expect(file_is_regular("dir/a") && !file_is_regular("dir"));
    expect(fail_count(fail) == 0 && !fail_any(fail));
}

static void say_what_is_wrong(struct arena *arena, struct fail *fail)
{
    struct file_text text;
    struct file_names names;

    fail_note(fail, (struct fail_place){ .line = 0 }, "that was %s", "all");
    expect(!fail_any(fail));
    expect(!file_read(arena, "missing", fail, &text));
    expect(fail_any(fail));
    expect(!file_read(arena, "missing", fail, &text));
    expect(!file_list(arena, "missing", fail, &names));
    expect(!file_read(arena, "dir", fail, &text));
}

int main(void)
{
    struct arena *arena = arena_open();
    struct fail *fail = fail_make(arena);

    read_and_list(arena, fail);
    say_what_is_wrong(arena, fail);
    fail_print(fail, stdout);
    fail_add(fail, (struct fail_place){ "dir/b", 2, 0 }, "two");
    fail_add(fail, (struct fail_place){ "dir/b", 2, 3 }, "two");
    fail_print(fail, stdout);
    expect(fail_count(fail) == 5);
    arena_close(arena);
    return 0;
}
