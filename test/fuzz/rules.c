// Whatever stands in a rule file, reading it ends with rules or with a message
// that has a place, and never with a crash; and the models that are read become
// functions that keep the rules of the IR. Outside of the fuzzer the input is
// every rule of this tree, whole, cut off and changed at many places.
//
// RUN: find %rules %root/test/rule-files -name '*.yaml' \
// RUN:   -exec %units/fuzz-rules -mangled=25 {} + | FileCheck %s
// CHECK: {{[1-9][0-9]+}} inputs
#include "rules/rules.h"
#include "fuzz.h"
#include "ir/unit.h"
#include "ir/verify.h"
#include "rules/model.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/strings.h"
#include "expect.h"

#include <stdbool.h>

static void check_messages(const struct fail *fail)
{
    for (size_t i = 0; i < fail_count(fail); i++)
        expect(fail_at(fail, i)->place.file != NULL);
}

/* A driver that declares all that there is a model of. */
static struct unit *caller(struct arena *arena, const struct rule_set *set)
{
    struct unit *unit = arena_new(arena, struct unit);
    size_t count = map_count(set->models);

    unit->path = "driver";
    unit->arena = arena;
    unit->functions = arena_array(arena, struct function *, count);
    for (size_t i = 0; i < count; i++) {
        struct function *function = arena_new(arena, struct function);
        function->name = function->spelling = map_at(set->models, i).key;
        function->unit = unit;
        function->type = type_int(32, i % 2 != 0);
        unit->functions[unit->function_count++] = function;
    }
    return unit;
}

static void bind(struct arena *arena, const struct rule_set *set,
                 struct fail *fail)
{
    struct unit *unit = caller(arena, set);

    expect(unit_verify(unit, fail));
    unit = rules_bind(arena, set, &unit, 1);
    bool is_good = unit_verify(unit, fail);
    if (!is_good)
        fail_print(fail, stdout);
    expect(is_good);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open();
    struct fail *fail = fail_make(arena);
    /* Rules refer to protocols. */
    const char *folders[] = { FUZZ_RULES "/protocols", scratch_folder() };

    scratch_file("read.yaml", data, size);
    struct rule_set *set =
        rules_read(arena, strings_make(arena), folders, 2, fail);
    check_messages(fail);
    bind(arena, set, fail);
    arena_close(arena);
    return 0;
}
