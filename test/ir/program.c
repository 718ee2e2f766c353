// A program answers by name what has external linkage, and its parts compare as
// the headers say.
//
// RUN: %units/ir-program
#include "expect.h"
#include "ir/read.h"
#include "ir/unit.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/strings.h"

static const char first[] = "record R 0\n"
                            "global ptr @g extern\n"
                            "global ptr @hidden internal\n"
                            "function void @nowhere()\n"
                            "function void @f()\n"
                            "function void @inner() internal {\n"
                            "b0:\n"
                            "  return\n"
                            "}\n";
static const char second[] = "record R 32 { 0 a i32 }\n"
                             "record R#2 64\n"
                             "global ptr @g\n"
                             "function void @nowhere()\n"
                             "function void @f() {\n"
                             "b0:\n"
                             "  return\n"
                             "}\n";

static void ask_by_name(struct arena *arena)
{
    struct strings *strings = strings_make(arena);
    struct fail *fail = fail_make(arena);
    struct unit *units[] = {
        unit_read(arena, strings, "1.ir", first, sizeof(first) - 1, fail),
        unit_read(arena, strings, "2.ir", second, sizeof(second) - 1, fail),
    };
    expect(units[0] != NULL && units[1] != NULL);

    struct program *program = program_link(arena, strings, units, 2, fail);

    expect(program_function(program, "f") == units[1]->functions[1]);
    expect(units[0]->functions[1]->definition == units[1]->functions[1]);
    expect(program_function(program, "nowhere") == units[0]->functions[0]);
    expect(units[1]->functions[0]->definition == units[0]->functions[0]);
    expect(program_function(program, "inner") == NULL);
    expect(program_function(program, "never heard of") == NULL);
    expect(program_function(program, "g") == NULL);
    expect(program_global(program, "g") == units[1]->globals[0]);
    expect(program_global(program, "hidden") == NULL);
    expect(program_record(program, "R") == units[1]->records[0]);
    expect(program->function_count == 2 && program->global_count == 2);
    expect(program->record_count == 2 && fail_count(fail) == 0);
}

static void compare_places(void)
{
    struct place none = { .file = NULL };
    struct place a1 = { "a.c", 1, 9 };
    struct place a2 = { "a.c", 2, 1 };
    struct place a23 = { "a.c", 2, 3 };
    struct place b1 = { "b.c", 1, 1 };

    expect(place_compare(none, none) == 0 && place_compare(none, a1) < 0);
    expect(place_compare(a1, none) > 0 && place_compare(a1, a2) < 0);
    expect(place_compare(a23, a2) > 0 && place_compare(a2, a2) == 0);
    expect(place_compare(b1, a23) > 0 && place_compare(a23, b1) < 0);
}

static void compare_types(void)
{
    expect(type_equal(type_int(8, true), type_int(8, true)));
    expect(!type_equal(type_int(8, true), type_int(8, false)));
    expect(!type_equal(type_int(8, true), type_int(16, true)));
    expect(!type_equal(type_int(64, false), type_pointer()));
    expect(type_equal(type_void(), type_void()));
}

int main(void)
{
    struct arena *arena = arena_open();

    ask_by_name(arena);
    compare_places();
    compare_types();
    arena_close(arena);
    return 0;
}
