// Where passes come to no end before anything is registered, all of one reach
// do the same, whatever they are about: it is done once.
//
// RUN: %unloadcheck dump cfg %S/Inputs/late.c > %t.ir
// RUN: %units/engine-twins %t.ir %root/rules 40 | FileCheck %s --check-prefix=SHORT
// SHORT:      passes 4
// SHORT-NEXT: findings 0
// SHORT-NEXT: limits {{[1-9]}}
//
// Where they get to it they are not the same.
// RUN: %units/engine-twins %t.ir %root/rules 4000 | FileCheck %s --check-prefix=LONG
// LONG:       passes {{[3-9]}}
// LONG-NEXT:  findings 1
// LONG-NEXT:  limits 0
#include "engine/engine.h"
#include "ir/read.h"
#include "ir/unit.h"
#include "ir/verify.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/strings.h"
#include "expect.h"

#include <stdlib.h>

int main(int argc, char **argv)
{
    struct arena *arena = arena_open();
    struct strings *strings = strings_make(arena);
    struct fail *fail = fail_make(arena);
    const char *folder = argv[2];
    struct file_text text;

    expect(argc == 4 && file_read(arena, argv[1], fail, &text));

    struct rule_set *rules = rules_read(arena, strings, &folder, 1, fail);
    struct unit *unit =
        unit_read(arena, strings, argv[1], text.data, text.size, fail);
    struct unit *units[] = { unit, rules_bind(arena, rules, &unit, 1) };
    struct program *program = program_link(arena, strings, units, 2, fail);
    struct engine_options options = {
        .max_states = strtoul(argv[3], NULL, 10),
    };
    const struct analysis *analysis =
        engine_analyze(arena, program, rules, &options);

    printf("passes %zu\nfindings %zu\nlimits %zu\n", analysis->pass_count,
           analysis->finding_count, analysis->limit_count);
    arena_close(arena);
    return 0;
}
