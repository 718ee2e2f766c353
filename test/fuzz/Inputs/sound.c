/* sound.c - takes a unit through everything that works on units. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "sound.h"

#include "engine/engine.h"
#include "ir/dump.h"
#include "ir/read.h"
#include "ir/unit.h"
#include "ir/unit_file.h"
#include "ir/verify.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/strings.h"
#include "support/text.h"
#include "expect.h"

#include <stdbool.h>

enum { MOST_STATES = 1500, UNITS_PER_ARENA = 2000 };

/* The rules, and the names of the units that were read with them: dropped now
 * and then, since names are only ever added. */
struct known {
    struct arena *arena;
    struct strings *strings;
    const struct rule_set *rules;
    unsigned count;
};

static struct known known;

struct strings *sound_strings(void)
{
    const char *folder = FUZZ_RULES;

    if (known.count++ % UNITS_PER_ARENA != 0)
        return known.strings;
    arena_close(known.arena);
    known.arena = arena_open();
    known.strings = strings_make(known.arena);
    struct fail *fail = fail_make(known.arena);
    known.rules = rules_read(known.arena, known.strings, &folder, 1, fail);
    expect(!fail_any(fail));
    return known.strings;
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

static void expect_same(struct arena *arena, const struct unit *unit,
                        const char *text, struct fail *fail)
{
    if (!unit)
        fail_print(fail, stdout);
    expect(unit != NULL);
    expect_text(dumped(arena, unit), text);
    expect_verified(unit, fail);
}

static void go_round(struct arena *arena, const struct unit *unit)
{
    struct fail *fail = fail_make(arena);
    struct text bytes = text_make(arena);
    const char *text = dumped(arena, unit);
    struct unit *again = unit_read(arena, strings_make(arena), unit->path, text,
                                   strlen(text), fail);

    expect_same(arena, again, text, fail);
    unit_file_write(&bytes, unit, fail);
    again = NULL;
    (void)unit_file_read(arena, strings_make(arena), "kept", bytes.data,
                         bytes.length, UNIT_FILE_WHOLE, fail_make(arena), fail,
                         &again);
    expect_same(arena, again, text, fail);
}

static void analyze(struct arena *arena, struct unit *unit)
{
    struct fail *fail = fail_make(arena);
    struct unit *models = rules_bind(arena, known.rules, &unit, 1);
    struct unit *units[] = { unit, models };
    struct engine_options options = { .max_states = MOST_STATES };

    expect_verified(unit, fail);
    expect_verified(models, fail);
    struct program *program =
        program_link(arena, known.strings, units, 2, fail);
    expect_verified(unit, fail);
    expect_verified(models, fail);
    expect(engine_analyze(arena, program, known.rules, &options) != NULL);
    expect_verified(unit, fail);
    expect_verified(models, fail);

    /* Calls of protocols were made direct; nothing is left to change. */
    const char *before = dumped(arena, unit);
    expect(engine_analyze(arena, program, known.rules, &options) != NULL);
    expect_text(dumped(arena, unit), before);
}

void expect_sound(struct arena *arena, struct unit *unit)
{
    go_round(arena, unit);
    analyze(arena, unit);
}
