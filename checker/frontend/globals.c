/* globals.c - what a global holds before the driver starts.
 *
 * Dispatch tables and the characteristics of modules are filled this way, so
 * addresses of functions and globals are kept exactly. Integers are what the
 * parser evaluates them to; what is zero is left out.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx.h"
#include "frontend/initializer.h"
#include "frontend/lower.h"

#include <stdlib.h>

/* An initial value and when it was given. */
struct turn {
    struct initial initial;
    size_t turn;
};

struct turns vec_of(struct turn);

struct collecting {
    struct lowering *lowering;
    struct global *global;
    struct turns turns;
    uint64_t offset; /* of what is initialised, in the global */
};

static struct initial unknown_initial(void)
{
    return (struct initial){ .kind = INITIAL_UNKNOWN };
}

static bool is_zero(const struct initial *initial)
{
    return initial->kind == INITIAL_INT && initial->value == 0;
}

static struct initial address_of(struct lowering *lowering, CXCursor object);
static struct initial constant_of(struct lowering *lowering,
                                  CXCursor expression);

static struct initial named_address(struct lowering *lowering,
                                    CXCursor expression)
{
    struct initial initial = unknown_initial();
    CXCursor declaration = clang_getCursorReferenced(expression);
    enum CXCursorKind kind = clang_getCursorKind(declaration);
    if (kind == CXCursor_FunctionDecl) {
        initial.kind = INITIAL_FUNCTION;
        initial.function = function_for(lowering, declaration);
    } else if (kind == CXCursor_VarDecl) {
        initial.kind = INITIAL_GLOBAL;
        initial.global = global_for(lowering, declaration);
    }
    return initial;
}

static struct initial moved(struct initial initial, int64_t bits)
{
    if (initial.kind == INITIAL_GLOBAL)
        initial.value += bits;
    else if (initial.kind == INITIAL_INT)
        initial.value += bits / 8;
    else if (initial.kind != INITIAL_STRING)
        initial.kind = INITIAL_UNKNOWN;
    return initial;
}

static int64_t field_offset(struct lowering *lowering, CXCursor field)
{
    struct record *record;
    uint32_t number;
    if (!field_find(lowering, field, &record, &number))
        return 0;
    return (int64_t)record->fields[number].offset;
}

static struct initial member_address(struct lowering *lowering,
                                     CXCursor expression)
{
    CXCursor base = cursor_child(expression, 0);
    CXCursor field = clang_getCursorReferenced(expression);
    CXType type = clang_getCanonicalType(clang_getCursorType(base));
    bool is_arrow = type.kind == CXType_Pointer;
    struct initial initial =
        is_arrow ? constant_of(lowering, base) : address_of(lowering, base);
    CXCursor step =
        field_toward(is_arrow ? clang_getPointeeType(type) : type, field);
    for (; !clang_Cursor_isNull(step);
         step = field_toward(clang_getCursorType(step), field))
        initial = moved(initial, field_offset(lowering, step));
    return moved(initial, field_offset(lowering, field));
}

static struct initial element_address(struct lowering *lowering,
                                      CXCursor expression)
{
    int64_t index;
    CXType type = clang_getCursorType(expression);
    if (!constant_evaluate(cursor_child(expression, 1), &index))
        return unknown_initial();
    struct initial initial = constant_of(lowering, cursor_child(expression, 0));
    return moved(initial, index * (int64_t)size_in_bits(type));
}

static struct initial literal_address(struct lowering *lowering,
                                      CXCursor expression)
{
    CXType type = clang_getCursorType(expression);
    struct initial initial = { .kind = INITIAL_GLOBAL };
    initial.global = global_made_up(lowering, "literal", type, expression);
    lower_initials(lowering, initial.global, type,
                   cursor_last_child(expression));
    return initial;
}

static struct initial pointed_address(struct lowering *lowering,
                                      CXCursor expression)
{
    if (clang_getCursorUnaryOperatorKind(expression) != CXUnaryOperator_Deref)
        return unknown_initial();
    return constant_of(lowering, cursor_child(expression, 0));
}

static struct initial string_address(struct lowering *lowering,
                                     CXCursor expression)
{
    (void)lowering;
    (void)expression;
    return (struct initial){ .kind = INITIAL_STRING };
}

static const struct {
    enum CXCursorKind kind;
    struct initial (*address)(struct lowering *lowering, CXCursor expression);
} address_kinds[] = {
    { CXCursor_DeclRefExpr, named_address },
    { CXCursor_MemberRefExpr, member_address },
    { CXCursor_ArraySubscriptExpr, element_address },
    { CXCursor_CompoundLiteralExpr, literal_address },
    { CXCursor_UnaryOperator, pointed_address },
    { CXCursor_StringLiteral, string_address },
};

static struct initial address_of(struct lowering *lowering, CXCursor object)
{
    CXCursor core = expression_core(object);
    enum CXCursorKind kind = clang_getCursorKind(core);
    size_t count = sizeof(address_kinds) / sizeof(*address_kinds);
    for (size_t i = 0; i < count; i++)
        if (address_kinds[i].kind == kind)
            return address_kinds[i].address(lowering, core);
    return unknown_initial();
}

/* `pointer + 1` and `pointer - 1` */
static struct initial sum_of(struct lowering *lowering, CXCursor expression)
{
    int64_t count;
    enum CXBinaryOperatorKind kind =
        clang_getCursorBinaryOperatorKind(expression);
    CXType type = clang_getCanonicalType(clang_getCursorType(expression));
    if (type.kind != CXType_Pointer ||
        !constant_evaluate(cursor_child(expression, 1), &count) ||
        (kind != CXBinaryOperator_Add && kind != CXBinaryOperator_Sub))
        return unknown_initial();
    uint64_t size = size_in_bits(clang_getPointeeType(type));
    int64_t step = count * (int64_t)(size ? size : 8);
    return moved(constant_of(lowering, cursor_child(expression, 0)),
                 kind == CXBinaryOperator_Add ? step : -step);
}

/* What is not an address: through casts, as (HANDLE)-1. */
static struct initial operation_of(struct lowering *lowering, CXCursor core)
{
    enum CXCursorKind kind = clang_getCursorKind(core);
    CXCursor inner = clang_getNullCursor();
    struct initial initial = unknown_initial();
    if (lowering->is_cxx && cxx_initial(lowering, core, &initial, &inner))
        return clang_Cursor_isNull(inner) ? initial
                                          : constant_of(lowering, inner);
    if (kind == CXCursor_CStyleCastExpr || kind == CXCursor_InitListExpr)
        return constant_of(lowering, cursor_last_child(core));
    if (kind == CXCursor_BinaryOperator)
        return sum_of(lowering, core);
    if (kind == CXCursor_UnaryOperator &&
        clang_getCursorUnaryOperatorKind(core) == CXUnaryOperator_AddrOf)
        return address_of(lowering, cursor_child(core, 0));
    if (kind == CXCursor_ConditionalOperator) {
        int64_t chosen;
        if (constant_evaluate(cursor_child(core, 0), &chosen))
            return constant_of(lowering, cursor_child(core, chosen ? 1 : 2));
    }
    return unknown_initial();
}

static struct initial constant_of(struct lowering *lowering,
                                  CXCursor expression)
{
    struct initial initial = { .kind = INITIAL_INT };
    if (constant_evaluate(expression, &initial.value))
        return initial;
    CXCursor core = expression_core(expression);
    if (constant_evaluate(core, &initial.value))
        return initial;
    CXType type = clang_getCursorType(core);
    enum CXTypeKind kind = clang_getCanonicalType(type).kind;
    if (is_array_type(type) || kind == CXType_FunctionProto ||
        kind == CXType_FunctionNoProto)
        return address_of(lowering, core);
    return operation_of(lowering, core);
}

static void add_turn(struct collecting *collecting, struct initial initial)
{
    struct turn turn = { initial, collecting->turns.count };
    vec_push(collecting->lowering->scratch, &collecting->turns, turn);
}

static struct initial part_initial(struct lowering *lowering,
                                   const struct part *part, CXCursor expression)
{
    struct shape shape = shape_of(lowering, part->type);
    struct initial initial = constant_of(lowering, expression);
    bool is_address = initial.kind != INITIAL_INT;
    if (shape.type.kind == TYPE_VOID)
        shape.type = type_int(8, false);
    initial.type = shape.type;
    if (is_address && shape.type.kind == TYPE_INT && shape.type.bits == 64)
        initial.type = type_pointer();
    else if (shape.type.kind == TYPE_FLOAT ||
             (is_address && shape.type.kind != TYPE_POINTER))
        initial.kind = INITIAL_UNKNOWN;
    if (!clang_Cursor_isNull(part->field) &&
        clang_Cursor_isBitField(part->field))
        initial.type.bits = (uint32_t)clang_getFieldDeclBitWidth(part->field);
    return initial;
}

/* All of an array or structure, in pieces as large as a value can be. */
static void add_unknown(struct collecting *collecting, const struct part *part,
                        uint64_t size)
{
    for (uint64_t at = 0; at < size; at += 64) {
        struct initial initial = unknown_initial();
        uint64_t bits = size - at < 64 ? size - at : 64;
        initial.offset = collecting->offset + part->offset + at;
        initial.type = type_int((uint32_t)bits, false);
        add_turn(collecting, initial);
    }
}

/* A structure that a compound literal is the value of is walked in place. */
static void add_initial(void *data, const struct part *part,
                        CXCursor expression)
{
    struct collecting *collecting = data;
    CXCursor core = expression_core(expression);
    if (clang_getCursorKind(core) == CXCursor_CompoundLiteralExpr &&
        (is_array_type(part->type) || is_record_type(part->type))) {
        uint64_t outer = collecting->offset;
        struct initializer_visitor visitor = { collecting, add_initial };
        collecting->offset += part->offset;
        initializer_walk(collecting->lowering, part->type,
                         cursor_last_child(core), visitor);
        collecting->offset = outer;
        return;
    }
    struct shape shape = shape_of(collecting->lowering, part->type);
    if (shape.type.kind == TYPE_AGGREGATE) {
        add_unknown(collecting, part, shape.size);
        return;
    }
    struct initial initial =
        part_initial(collecting->lowering, part, expression);
    initial.offset = collecting->offset + part->offset;
    add_turn(collecting, initial);
}

static int by_offset(const void *left, const void *right)
{
    const struct turn *a = left, *b = right;
    uint64_t x = a->initial.offset, y = b->initial.offset;
    if (x != y)
        return x > y ? 1 : -1;
    return (a->turn > b->turn) - (a->turn < b->turn);
}

/* Sorts by offset. Of several initialisers of one part, the last wins; one
 * that is zero is left out then. */
static void keep_last(struct collecting *collecting)
{
    struct turns *turns = &collecting->turns;
    struct initial *kept =
        arena_array(collecting->lowering->arena, struct initial, turns->count);
    size_t count = 0;
    qsort(turns->items, turns->count, sizeof(*turns->items), by_offset);
    for (size_t i = 0; i < turns->count; i++) {
        const struct initial *initial = &turns->items[i].initial;
        bool is_last = i + 1 == turns->count ||
                       turns->items[i + 1].initial.offset != initial->offset;
        if (is_last && !is_zero(initial))
            kept[count++] = *initial;
    }
    collecting->global->initials = kept;
    collecting->global->initial_count = count;
}

void lower_initials(struct lowering *lowering, struct global *global,
                    CXType type, CXCursor initializer)
{
    struct collecting collecting = { .lowering = lowering, .global = global };
    struct initializer_visitor visitor = { &collecting, add_initial };
    initializer_walk(lowering, type, initializer, visitor);
    if (collecting.turns.count != 0)
        keep_last(&collecting);
}
