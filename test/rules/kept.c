// Rules that were kept are those that were read: all that is written of them is
// the same again, and so are the models made for a driver that uses every one.
// Bytes that are not as they were written give none.
//
// RUN: %units/rules-kept %rules | FileCheck %s
// CHECK: {{[1-9][0-9]+}} rules, {{[1-9][0-9][0-9]+}} models
#include "expect.h"
#include "ir/build.h"
#include "ir/unit.h"
#include "ir/unit_file.h"
#include "rules/explain.h"
#include "rules/kept.h"
#include "rules/model.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/strings.h"
#include "support/text.h"

/* The models, as the bytes of the unit that a driver gets that declares all
 * functions there are models of. */
static struct text bind_all(struct arena *arena, const struct rule_set *rules)
{
    struct unit *driver = arena_new(arena, struct unit);
    struct text out = text_make(arena);

    driver->path = "driver";
    driver->arena = arena;
    driver->function_count = map_count(rules_models(rules));
    driver->functions =
        arena_array(arena, struct function *, driver->function_count);
    for (size_t i = 0; i < driver->function_count; i++) {
        struct function *function = arena_new(arena, struct function);
        struct builder *builder = build_start(arena, driver, function);
        function->name = function->spelling = map_at(rules_models(rules), i).key;
        function->type = type_int(64, true);
        function->is_system = true;
        build_declare(builder);
        driver->functions[i] = function;
    }
    unit_file_write(&out, rules_bind(arena, rules, &driver, 1),
                    fail_make(arena));
    return out;
}

static void same(const struct text *a, const struct text *b)
{
    expect(a->length == b->length);
    expect(memcmp(a->data, b->data, a->length) == 0);
}

/* Whatever byte is another, and wherever the end is. */
static void damaged(struct arena *arena, struct text bytes)
{
    struct strings *strings = strings_make(arena);
    const size_t step = bytes.length / 97;

    for (size_t at = 0; at < bytes.length; at += step) {
        bytes.data[at] ^= 1;
        expect(!rules_restore(arena, strings, bytes.data, bytes.length));
        bytes.data[at] ^= 1;
        expect(!rules_restore(arena, strings, bytes.data, at));
    }
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_open();
    struct fail *fail = fail_make(arena);
    struct text bytes = text_make(arena), again = text_make(arena);

    expect(argc == 2);

    const char *folder = argv[1];
    struct rule_set *rules =
        rules_read(arena, strings_make(arena), &folder, 1, fail);

    expect(!fail_any(fail));
    rules_write(&bytes, rules);

    struct rule_set *kept = rules_restore(arena, strings_make(arena),
                                          bytes.data, bytes.length);

    expect(kept);
    rules_write(&again, kept);
    same(&bytes, &again);

    struct text models = bind_all(arena, rules);
    struct text models_again = bind_all(arena, kept);

    same(&models, &models_again);
    for (size_t i = 0; i < rules->rule_count; i++) {
        struct text one = text_make(arena), other = text_make(arena);
        expect(rules_explain(rules, rules->rules[i]->id, &one));
        expect(rules_explain(kept, rules->rules[i]->id, &other));
        same(&one, &other);
    }
    for (size_t i = 0; i < rules->protocol_count; i++) {
        struct text one = text_make(arena), other = text_make(arena);
        expect(rules_dump(rules, rules->protocols[i]->name, &one));
        expect(rules_dump(kept, rules->protocols[i]->name, &other));
        same(&one, &other);
    }
    damaged(arena, bytes);
    printf("%zu rules, %zu models\n", kept->rule_count,
           map_count(rules_models(kept)));
    arena_close(arena);
    return 0;
}
