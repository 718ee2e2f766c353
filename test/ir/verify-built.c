// The rules of the IR that text cannot break: a good unit is read, one thing of
// it is spoiled, and the verifier has to say so.
//
// RUN: %units/ir-verify-built
#include "expect.h"
#include "ir/read.h"
#include "ir/unit.h"
#include "ir/verify.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/strings.h"

static const char good[] =
    "unit \"u.c\"\n"
    "record R 64 { 0 a i64 }\n"
    "global ptr<R> @g { 0 ptr function @f }\n"
    "function i32 @f(i32 $x) {\n"
    "b0:\n"
    "  %0 = global @g\n"
    "  %1 = field %0 R.a\n"
    "  %2 = string \"s\"\n"
    "  %3 = local $x\n"
    "  %4 = cast ptr<R> %3\n"
    "  %5 = icall i32 %4(%3)\n"
    "  %6 = call i32 @f(%5)\n"
    "  havoc %4\n"
    "  branch %6, b1, b2\n"
    "b1:\n"
    "  switch %6, else: b2\n"
    "b2:\n"
    "  return %6\n"
    "}\n";

enum { GLOBAL, FIELD, STRING, LOCAL, CAST, ICALL, CALL, HAVOC };

struct spoil {
    struct fail *fail;
    struct unit *unit;
    struct function *f;
    struct instruction *at; /* those of b0 */
    struct block *blocks;
    struct record other_record;
    struct function other_function;
    struct global other_global;
    struct variable other_variable;
};

static struct spoil *good_unit(struct arena *arena)
{
    struct spoil *s = arena_new(arena, struct spoil);

    s->fail = fail_make(arena);
    s->unit = unit_read(arena, strings_make(arena), "u.ir", good,
                        sizeof(good) - 1, s->fail);
    expect(s->unit != NULL && unit_verify(s->unit, s->fail));
    s->f = s->unit->functions[0];
    s->blocks = s->f->blocks;
    s->at = s->blocks[0].instructions;
    return s;
}

/* One thing is spoiled, and told first. */
#define spoil(statement, wanted) \
    do { \
        struct spoil *s = good_unit(arena); \
        statement; \
        expect(!unit_verify(s->unit, s->fail)); \
        expect_text(fail_at(s->fail, 0)->text, wanted); \
    } while (0)

#define IN_B0(number, text) \
    "function 'f', block b0, instruction " #number " (" #text "): "
#define END_OF(block) "function 'f', block " #block ", its end: "

static void spoil_instructions(struct arena *arena)
{
    spoil(s->at[FIELD].op = OP_COUNT,
          "function 'f', block b0, instruction 1 (?): there is no such instruction");
    spoil(s->at[FIELD].operand_count = 0,
          IN_B0(1, field) "0 operands instead of 1");
    spoil(s->at[ICALL].operand_count = 0,
          IN_B0(5, icall) "no function is called");
    spoil(s->at[FIELD].operands[0] = 7,
          IN_B0(1, field) "operand 0 does not exist");
    spoil(s->at[FIELD].operands[0] = NO_TEMP,
          IN_B0(1, field) "operand 0 does not exist");
    spoil(s->at[FIELD].type = type_int(64, true),
          IN_B0(1, field) "its type is not the one it always has");
    spoil(s->at[CAST].type = type_void(),
          IN_B0(4, cast) "its type is not that of a value");
    spoil(s->at[CAST].type.is_signed = true,
          IN_B0(4, cast) "its type is not that of a value");
    spoil(s->at[HAVOC].result = 7,
          IN_B0(7, havoc) "it has a result but makes no value");
    spoil(s->at[CAST].result = NO_TEMP,
          IN_B0(4, cast) "it makes a value but has no result");
    spoil(s->at[CAST].result = 3,
          IN_B0(4, cast) "%3 is made where %4 is next");
    spoil(s->f->temp_count = 8,
          "function 'f': it has more temporaries than its blocks make");
    spoil(s->f->temp_count = 6,
          IN_B0(6, call) "the function has no temporary %6");
    spoil(s->at[STRING].name = NULL,
          IN_B0(2, string) "it has no text");
    spoil(s->at[GLOBAL].global = &s->other_global,
          IN_B0(0, global) "the global is not one of the unit's");
    spoil(s->at[GLOBAL].global = NULL,
          IN_B0(0, global) "the global is not one of the unit's");
    spoil(s->at[CALL].function = &s->other_function,
          IN_B0(6, call) "the function is not one of the unit's");
    spoil(s->at[LOCAL].variable = &s->other_variable,
          IN_B0(3, local) "the variable is not one of the function's");
    spoil(s->at[FIELD].record = &s->other_record,
          IN_B0(1, field) "the record is not one of the unit's");
    spoil(s->at[CAST].record = &s->other_record,
          IN_B0(4, cast) "the record is not one of the unit's");
    spoil(s->at[FIELD].field = 1,
          IN_B0(1, field) "record 'R' has no field 1");
}

static void spoil_ends(struct arena *arena)
{
    spoil(s->blocks[1].end.kind = (enum terminator_kind)99,
          END_OF(b1) "it is of no known kind");
    spoil(s->blocks[0].end.target_count = 1,
          END_OF(b0) "it has 1 targets");
    spoil(s->blocks[1].end.target_count = 0,
          END_OF(b1) "it has 0 targets");
    spoil(s->blocks[0].end.targets[1] = 3,
          END_OF(b0) "there is no block b3");
    spoil(s->blocks[0].end.temp = NO_TEMP,
          END_OF(b0) "it has no value");
    spoil(s->blocks[0].end.temp = 7,
          END_OF(b0) "its value does not exist");
    spoil(s->blocks[0].end.type = type_pointer(),
          END_OF(b0) "its type is not that of its value");
}

static void spoil_things(struct arena *arena)
{
    spoil(s->f->unit = NULL,
          "function 'f': it belongs to another unit");
    spoil(s->f->parameter_count = 2,
          "function 'f': it has more parameters than variables");
    spoil(s->f->record = &s->other_record,
          "function 'f': its record is not one of the unit's");
    spoil(s->f->variables[0]->number = 1,
          "function 'f': variable 0 has a wrong name, number, type or record");
    spoil(s->unit->globals[0]->unit = NULL,
          "global 'g': it belongs to another unit");
    spoil(s->unit->globals[0]->record = &s->other_record,
          "global 'g': its record is not one of the unit's");
    spoil(s->unit->globals[0]->initials[0].function = NULL,
          "global 'g': a function is not one of the unit's");
    spoil(s->unit->globals[0]->initials[0].kind = INITIAL_GLOBAL,
          "global 'g': a global is not one of the unit's");
    spoil(s->unit->records[0]->fields[0].name = NULL,
          "record 'R': field 0 has a wrong name, type or record");
}

int main(void)
{
    struct arena *arena = arena_open();

    spoil_instructions(arena);
    spoil_ends(arena);
    spoil_things(arena);
    arena_close(arena);
    return 0;
}
