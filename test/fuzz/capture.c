// Whatever stands in a C or C++ file, it is lowered to a unit that is well
// formed, or a message says why not; and the rest of the analysis comes to an
// end. libclang survives its own crashes while it parses; what it does not
// survive afterwards, scripts/mangle finds, which starts a program for each
// file.
//
// RUN: %units/fuzz-capture -mangled=4 -cut=100000 %root/test/constructs/s*.c \
// RUN:   %root/test/constructs/protocol-function-pointer.c \
// RUN:   %root/test/constructs/cxx/[d-m]*.cpp | FileCheck %s
// CHECK: {{[1-9][0-9]+}} inputs
#include "frontend/capture.h"
#include "engine/engine.h"
#include "fuzz.h"
#include "ir/unit.h"
#include "ir/verify.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/strings.h"
#include "expect.h"

#include <stdbool.h>

enum { MOST_STATES = 1500 };

static void analyze(struct arena *arena, struct strings *strings,
                    struct unit *unit, struct fail *fail)
{
    const char *folder = FUZZ_RULES;
    struct rule_set *rules = rules_read(arena, strings, &folder, 1, fail);
    struct unit *units[] = { unit, rules_bind(arena, rules, &unit, 1) };
    struct engine_options options = { .max_states = MOST_STATES };
    struct program *program = program_link(arena, strings, units, 2, fail);

    expect(unit_verify(units[1], fail));
    expect(engine_analyze(arena, program, rules, &options) != NULL);
    expect(unit_verify(units[0], fail) && unit_verify(units[1], fail));
}

static bool is_cxx(const uint8_t *data, size_t size)
{
    static const char *const words[] = { "class ", "namespace", "template" };
    char *text = malloc(size + 1);
    bool found = false;

    expect(text != NULL);
    memcpy(text, data, size);
    text[size] = '\0';
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        found |= strstr(text, words[i]) != NULL;
    free(text);
    return found;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open();
    struct strings *strings = strings_make(arena);
    struct fail *fail = fail_make(arena);
    const char *name = is_cxx(data, size) ? "driver.cpp" : "driver.c";
    const char *path = scratch_file(name, data, size);
    struct capture_options options = { .headers = FUZZ_RULES "/headers" };

    capture_prepare();
    capture_load(arena, fail, NULL);
    struct unit *unit =
        capture_file(arena, strings, path, NULL, 0, &options, fail);
    expect(unit != NULL || fail_any(fail));
    if (unit) {
        expect(unit_verify(unit, fail));
        analyze(arena, strings, unit, fail);
    }
    arena_close(arena);
    return 0;
}
