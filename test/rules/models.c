// Every model compiles to a function that keeps the rules of the IR, whatever
// the driver declares: nothing known of the parameters, or as many as there
// can be.
//
// RUN: %units/rules-models %rules | FileCheck %s
// CHECK: {{[1-9][0-9][0-9]+}} functions
#include "expect.h"
#include "ir/build.h"
#include "ir/unit.h"
#include "ir/verify.h"
#include "rules/model.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/strings.h"

/* A declaration with `count` parameters, of all kinds in turn. */
static struct function *declare(struct arena *arena, struct unit *unit,
                                const char *name, size_t count)
{
    const struct type types[] = { type_pointer(), type_int(32, false),
                                  type_int(64, true), type_int(8, false) };
    struct function *function = arena_new(arena, struct function);
    struct builder *builder = build_start(arena, unit, function);

    function->name = function->spelling = name;
    function->type = types[count % 4];
    function->is_system = true;
    for (size_t i = 0; i < count; i++)
        build_parameter(builder, NULL, types[i % 4], NULL);
    build_declare(builder);
    return function;
}

static struct unit *declare_all(struct arena *arena,
                                const struct rule_set *rules, size_t count)
{
    struct unit *unit = arena_new(arena, struct unit);

    unit->path = "driver";
    unit->arena = arena;
    unit->function_count = map_count(rules_models(rules));
    unit->functions =
        arena_array(arena, struct function *, unit->function_count);
    for (size_t i = 0; i < unit->function_count; i++)
        unit->functions[i] =
            declare(arena, unit, map_at(rules_models(rules), i).key, count);
    return unit;
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_open();
    struct fail *fail = fail_make(arena);
    struct rule_set *rules = NULL;

    expect(argc == 2);

    const char *folder = argv[1];

    rules = rules_read(arena, strings_make(arena), &folder, 1, fail);
    for (size_t count = 0; count < 8; count++) {
        struct unit *driver = declare_all(arena, rules, count);
        struct unit *models = rules_bind(arena, rules, &driver, 1);

        unit_verify(models, fail);
        fail_print(fail, stdout);
        expect(!fail_any(fail));
        if (count == 0)
            printf("%zu functions\n", models->function_count);
    }
    arena_close(arena);
    return 0;
}
