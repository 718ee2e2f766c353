// The builder: what nothing reaches is dropped, blocks are put in reverse
// post-order, temporaries numbered as they are made, open ends closed, and code
// after an end gets a block that is dropped in turn.
//
// RUN: %units/ir-build | FileCheck %s --match-full-lines
#include "ir/build.h"
#include "expect.h"
#include "ir/dump.h"
#include "ir/unit.h"
#include "ir/verify.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/text.h"

static struct unit *unit_with(struct arena *arena, struct function **functions,
                              size_t count)
{
    struct unit *unit = arena_new(arena, struct unit);

    unit->arena = arena;
    unit->path = "built.c";
    unit->functions = functions;
    unit->function_count = count;
    return unit;
}

static struct function *function_named(struct arena *arena, const char *name,
                                       struct type type)
{
    struct function *function = arena_new(arena, struct function);

    function->name = name;
    function->spelling = name;
    function->type = type;
    function->place = (struct place){ "built.c", 1, 1 };
    function->end = (struct place){ "built.c", 90, 1 };
    return function;
}

/* if (x) { return 1; dead code } else { loop } ...; the end is open */
static void build_shape(struct arena *scratch, struct unit *unit,
                        struct function *function)
{
    struct builder *b = build_start(scratch, unit, function);
    struct type i32 = type_int(32, true);
    struct variable *x = build_parameter(b, "x", i32, NULL);
    struct variable *made_up = build_variable(b, NULL, i32, NULL);
    uint32_t out = build_block(b);
    uint32_t loop = build_block(b);
    uint32_t yes = build_block(b);

    expect(!build_has_ended(b));
    b->place = (struct place){ "built.c", 2, 5 };
    uint32_t value = build_load(b, x->type, build_local(b, x));
    build_branch(b, value, yes, loop, "x");
    expect(build_has_ended(b));
    build_jump(b, out); /* too late */

    build_enter(b, yes);
    b->place = (struct place){ "built.c", 3, 5 };
    build_return(b, build_const(b, i32, 1));
    uint32_t dead = build_const(b, i32, 2);
    expect(b->block != yes);
    build_opaque(b, i32, "never reached", &dead, 1);
    build_jump(b, out);

    build_enter(b, loop);
    b->place = (struct place){ "built.c", 4, 5 };
    uint32_t other = build_load(b, i32, build_local(b, made_up));
    expect(type_equal(build_type(b, other), i32));
    uint32_t null = build_null(b);
    uint32_t is_less = build_binary(b, OP_LT, type_pointer(), null, null);
    expect(type_equal(build_type(b, is_less), i32));
    build_opaque(b, type_void(), "reached", &other, 1);
    build_switch(b, other, (int64_t[]){ 7 }, (uint32_t[]){ loop, out }, 1,
                 NULL);
    build_enter(b, out);
    build_live(b, made_up);
    build_finish(b);
}
// CHECK:      function i32 @shape(i32 $x) {
// CHECK-NEXT:   local i32 $$1
// CHECK-NEXT: b0:
// CHECK-NEXT:   %0 = local $x
// CHECK-NEXT:   %1 = load i32 %0
// CHECK-NEXT:   branch %1, b1, b2 "x"
// CHECK-NEXT: b1:
// CHECK-NEXT:   %2 = const i32 1
// CHECK-NEXT:   return %2
// CHECK-NEXT: b2:
// CHECK-NEXT:   %3 = local $$1
// CHECK-NEXT:   %4 = load i32 %3
// CHECK-NEXT:   %5 = const ptr 0
// CHECK-NEXT:   %6 = lt ptr %5, %5
// CHECK-NEXT:   opaque void "reached"(%4)
// CHECK-NEXT:   switch %4, 7: b2, else: b3
// CHECK-NEXT: b3:
// CHECK-NEXT:   live $$1
// CHECK-NEXT:   %7 = unknown i32
// CHECK-NEXT:   return %7
// CHECK-NEXT: }

static void build_declared(struct arena *scratch, struct unit *unit,
                           struct function *function)
{
    struct builder *b = build_start(scratch, unit, function);

    build_parameter(b, "", type_pointer(), NULL);
    build_declare(b);
    expect(function->block_count == 0 && function->parameter_count == 1);
}
// CHECK-NEXT: function i32 @declared(ptr)

/* One of each instruction that the other function has none of. */
static void build_each(struct arena *scratch, struct unit *unit,
                       struct function *function, struct function *called)
{
    struct builder *b = build_start(scratch, unit, function);
    struct type i64 = type_int(64, true);
    uint32_t raising = build_block(b);
    uint32_t never = build_block(b);
    uint32_t p = build_string(b, "text");
    uint32_t n = build_const(b, i64, 8);

    p = build_field(b, p, NULL, 0, 64);
    p = build_index(b, p, n, 8);
    build_store(b, i64, p, n);
    build_copy(b, p, p, n);
    build_fill(b, p, n, n);
    build_havoc(b, p);
    build_free(b, build_alloc(b, n));
    build_unary(b, OP_NOT, i64, build_unknown(b, i64));
    build_cast(b, type_int(8, false), NULL, n);
    p = build_function(b, called);
    expect(build_call_indirect(b, type_void(), p, &n, 1) == NO_TEMP);
    expect(build_call(b, called, &p, 1) != NO_TEMP);
    build_branch(b, build_raised(b), raising, never, NULL);
    build_enter(b, raising);
    build_raise(b);
    build_enter(b, never);
    build_unreachable(b);
    build_finish(b);
}
// CHECK-NEXT: function void @each() {
// CHECK-NEXT: b0:
// CHECK-NEXT:   %0 = string "text"
// CHECK-NEXT:   %1 = const i64 8
// CHECK-NEXT:   %2 = field %0 at 64
// CHECK-NEXT:   %3 = index %2, %1, 8
// CHECK-NEXT:   store i64 %3, %1
// CHECK-NEXT:   copy %3, %3, %1
// CHECK-NEXT:   fill %3, %1, %1
// CHECK-NEXT:   havoc %3
// CHECK-NEXT:   %4 = alloc %1
// CHECK-NEXT:   free %4
// CHECK-NEXT:   %5 = unknown i64
// CHECK-NEXT:   %6 = not i64 %5
// CHECK-NEXT:   %7 = cast u8 %1
// CHECK-NEXT:   %8 = function @declared
// CHECK-NEXT:   icall void %8(%1)
// CHECK-NEXT:   %9 = call i32 @declared(%8)
// CHECK-NEXT:   %10 = raised
// CHECK-NEXT:   branch %10, b1, b2
// CHECK-NEXT: b1:
// CHECK-NEXT:   raise
// CHECK-NEXT: b2:
// CHECK-NEXT:   unreachable
// CHECK-NEXT: }

/* Places are the builder's, and the closing brace's for what it adds. */
static void check_places(const struct function *function)
{
    const struct block *last = &function->blocks[function->block_count - 1];

    expect(function->blocks[0].instructions[0].place.line == 2);
    expect(function->blocks[1].end.place.line == 3);
    expect(last->end.place.line == 90);
}

int main(void)
{
    struct arena *arena = arena_open();
    struct arena *scratch = arena_open();
    struct fail *fail = fail_make(arena);
    struct type i32 = type_int(32, true);
    struct function *functions[] = {
        function_named(arena, "shape", i32),
        function_named(arena, "declared", i32),
        function_named(arena, "each", type_void()),
    };
    struct unit *unit = unit_with(arena, functions, 3);
    struct text text = text_make(arena);

    build_shape(scratch, unit, functions[0]);
    build_declared(scratch, unit, functions[1]);
    build_each(scratch, unit, functions[2], functions[1]);
    arena_close(scratch);
    check_places(functions[0]);
    expect(unit->opaque_count == 1);
    expect(unit_verify(unit, fail));
    dump_unit(&text, unit, (struct dump_options){ .no_places = true });
    fputs(text_str(&text), stdout);
    arena_close(arena);
    return 0;
}
