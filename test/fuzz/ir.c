// Whatever stands in a unit as text, reading it ends with a unit or with one
// message. A unit that is well formed stays so: what is dumped of it is read
// back as the same, models are bound and units are linked to a program that is
// well formed, too, and the engine comes to an end on it and changes nothing.
// Outside of the fuzzer the input is what drivers of test/ are lowered to.
//
// RUN: rm -rf %t && mkdir %t
// RUN: sh -c 'for f in %root/test/drivers/first/*.c \
// RUN:   %root/test/constructs/seh-finally.c %root/test/constructs/union.c; do \
// RUN:   %build/bin/tools/capture-dump %rules/headers $f \
// RUN:   > %t/$(basename $f).ir || exit 1; done'
// RUN: %units/fuzz-ir -mangled=150 -cut=1009 %t/*.ir %root/test/ir/*.ir \
// RUN:   %S/Inputs/ir/*.ir \
// RUN:   | FileCheck %s
// CHECK: {{[1-9][0-9]+}} inputs
#include "engine/engine.h"
#include "fuzz.h"
#include "ir/dump.h"
#include "ir/read.h"
#include "ir/unit.h"
#include "ir/verify.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/strings.h"
#include "support/text.h"
#include "expect.h"

#include <stdbool.h>

enum { MOST_STATES = 1500, RUNS_PER_ARENA = 2000 };

/* The rules, and the names of the units that were read with them. */
struct known {
    struct arena *arena;
    struct strings *strings;
    const struct rule_set *rules;
    unsigned runs;
};

static struct known *known(void)
{
    static struct known known;
    const char *folder = FUZZ_RULES;

    if (known.runs++ % RUNS_PER_ARENA != 0)
        return &known;
    arena_close(known.arena);
    known.arena = arena_open();
    known.strings = strings_make(known.arena);
    struct fail *fail = fail_make(known.arena);
    known.rules = rules_read(known.arena, known.strings, &folder, 1, fail);
    expect(!fail_any(fail));
    return &known;
}

static void expect_verified(const struct unit *unit, struct fail *fail)
{
    bool is_good = unit_verify(unit, fail);

    if (!is_good)
        fail_print(fail, stdout);
    expect(is_good);
}

static const char *dumped(struct arena *arena, const struct unit *unit)
{
    struct text text = text_make(arena);

    dump_unit(&text, unit, (struct dump_options){ .no_places = false });
    return text_str(&text);
}

/* Reads what is written of the unit, and writes that again. */
static void go_round(struct arena *arena, const struct unit *unit)
{
    struct fail *fail = fail_make(arena);
    const char *text = dumped(arena, unit);
    struct unit *again = unit_read(arena, strings_make(arena), unit->path, text,
                                   strlen(text), fail);

    if (!again)
        fail_print(fail, stdout);
    expect(again != NULL);
    expect_text(dumped(arena, again), text);
    expect_verified(again, fail);
}

static void analyze(struct arena *arena, const struct known *with,
                    struct unit *unit)
{
    struct fail *fail = fail_make(arena);
    struct unit *models = rules_bind(arena, with->rules, &unit, 1);
    struct unit *units[] = { unit, models };
    struct engine_options options = { .max_states = MOST_STATES };

    expect_verified(unit, fail);
    expect_verified(models, fail);
    struct program *program =
        program_link(arena, with->strings, units, 2, fail);
    expect_verified(unit, fail);
    expect_verified(models, fail);
    const char *before = dumped(arena, unit);
    expect(engine_analyze(arena, program, with->rules, &options) != NULL);
    expect_verified(unit, fail);
    expect_verified(models, fail);
    expect_text(dumped(arena, unit), before);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct known *with = known();
    struct arena *arena = arena_open();
    struct fail *fail = fail_make(arena);
    char *text = arena_alloc(arena, size + 1);

    if (size)
        memcpy(text, data, size);
    struct unit *unit =
        unit_read(arena, with->strings, "fuzz.ir", text, size, fail);
    expect((unit != NULL) == (fail_count(fail) == 0));
    if (unit && unit_verify(unit, fail)) {
        go_round(arena, unit);
        analyze(arena, with, unit);
    }
    arena_close(arena);
    return 0;
}
