// A unit that was written to a file and read again is the same, with what was
// said about it; a file that is not whole and as it was written is refused.
//
// RUN: %units/ir-unit-file %S/round-trip.ir %S/human.ir | FileCheck %s
// CHECK: round-trip.ir: the same, and nothing else is taken for it
// CHECK: human.ir: the same, and nothing else is taken for it
// CHECK: no unit: the same, and nothing else is taken for it
#include "ir/dump.h"
#include "ir/read.h"
#include "ir/unit.h"
#include "ir/unit_file.h"
#include "ir/verify.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"
#include "support/strings.h"
#include "support/text.h"
#include "expect.h"

static const char *dumped(struct arena *arena, const struct unit *unit)
{
    struct text text = text_make(arena);

    if (unit)
        dump_unit(&text, unit, (struct dump_options){ 0 });
    return text_str(&text);
}

static bool reads(struct arena *arena, const char *data, size_t size,
                  struct fail *said, struct fail *fail, struct unit **unit)
{
    return unit_file_read(arena, strings_make(arena), "kept", data, size,
                          UNIT_FILE_WHOLE, said, fail, unit);
}

static void refuse(const char *data, size_t size, const char *why)
{
    struct arena *arena = arena_open();
    struct fail *fail = fail_make(arena);
    struct unit *unit;

    expect(!reads(arena, data, size, fail_make(arena), fail, &unit));
    expect(fail_count(fail) == 1);
    expect(fail_any(fail));
    expect_text(fail_at(fail, 0)->place.file, "kept");
    expect(strstr(fail_at(fail, 0)->text, why) != NULL);
    arena_close(arena);
}

/* Whatever byte is another one. */
static void refuse_changes(struct arena *arena, const struct text *bytes)
{
    char *copy = arena_copy(arena, bytes->data, bytes->length);

    for (size_t i = 0; i < bytes->length; i++) {
        const char *why = "damaged";
        if (i < 8)
            why = "not a unit";
        else if (i < 16)
            why = "another version";
        else if (i < 24)
            why = "instead of";
        copy[i] = (char)(copy[i] ^ 0x10);
        refuse(copy, bytes->length, why);
        copy[i] = bytes->data[i];
    }
}

static void refuse_parts(struct arena *arena, const struct text *bytes)
{
    char *more = arena_alloc(arena, bytes->length + 1);

    for (size_t size = 0; size < bytes->length; size++) {
        char *part = arena_copy(arena, bytes->data, size);
        refuse(part, size, size < 8 ? "not a unit" : "it is cut off");
    }
    memcpy(more, bytes->data, bytes->length);
    refuse(more, bytes->length + 1, "too long");
}

static void expect_said(const struct fail *said)
{
    expect(fail_count(said) == 2);
    expect(fail_at(said, 0)->severity == FAIL_NOTE);
    expect_text(fail_at(said, 0)->text, "100% is said");
    expect(fail_at(said, 0)->place.line == 7);
    expect(fail_at(said, 0)->place.column == 3);
    expect_text(fail_at(said, 0)->place.file, "inc/a.h");
    expect(fail_at(said, 1)->severity == FAIL_ERROR);
    expect(fail_at(said, 1)->place.file == NULL);
}

static void test(struct arena *arena, const char *name, const struct unit *unit)
{
    struct fail *told = fail_make(arena);
    struct fail *said = fail_make(arena);
    struct fail *fail = fail_make(arena);
    struct text bytes = text_make(arena);
    struct text again = text_make(arena);
    struct unit *read = NULL;

    fail_note(told, (struct fail_place){ "inc/a.h", 7, 3 }, "100%% is said");
    fail_add(told, (struct fail_place){ 0 }, "some of it was not read");
    unit_file_write(&bytes, unit, told);
    expect(unit_file_is(bytes.data, bytes.length));
    expect(reads(arena, bytes.data, bytes.length, said, fail, &read));
    expect(fail_count(fail) == 0);
    expect((read == NULL) == (unit == NULL));
    expect(!read || unit_verify(read, fail));
    expect_text(dumped(arena, read), dumped(arena, unit));
    expect(!read || read->opaque_count == unit->opaque_count);
    expect_said(said);
    unit_file_write(&again, read, said);
    expect(again.length == bytes.length);
    expect(memcmp(again.data, bytes.data, bytes.length) == 0);
    refuse_changes(arena, &bytes);
    refuse_parts(arena, &bytes);
    printf("%s: the same, and nothing else is taken for it\n", name);
}

static struct unit *from_text(struct arena *arena, const char *path)
{
    struct fail *fail = fail_make(arena);
    struct file_text text;

    expect(file_read(arena, path, fail, &text));

    struct unit *unit = unit_read(arena, strings_make(arena), path_base(path),
                                  text.data, text.size, fail);

    expect(unit != NULL && unit_verify(unit, fail));
    return unit;
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_open();

    for (int i = 1; i < argc; i++)
        test(arena, path_base(argv[i]), from_text(arena, argv[i]));
    test(arena, "no unit", NULL);
    arena_close(arena);
    return 0;
}
