/* cxx_match.c - which function takes what is given, where libclang is silent.
 *
 * That is so for operators new and delete, and inside of lists in braces, which
 * it shows as they are written: without the conversions that the elements go
 * through. What fits exactly is better than what can be converted; the rules of
 * the language are finer, but what drivers declare seldom needs them.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"

int cxx_fitness(struct body *body, CXType given, CXType wanted)
{
    if (is_reference_type(wanted))
        wanted = clang_getPointeeType(clang_getCanonicalType(wanted));
    if (same_type(given, wanted))
        return 3;
    struct type a = shape_of(body->lowering, given).type;
    if (is_array_type(given))
        a = type_pointer();
    struct type b = shape_of(body->lowering, wanted).type;
    return a.kind == b.kind && a.kind != TYPE_AGGREGATE ? 1 : 0;
}

/* nullptr fits any pointer. */
static int item_fitness(struct body *body, CXCursor item, CXType wanted)
{
    CXType given = clang_getCanonicalType(clang_getCursorType(item));
    if (clang_getCursorKind(item) == CXCursor_InitListExpr)
        return 1;
    return cxx_fitness(body, given, wanted);
}

static int constructor_score(struct body *body, CXCursor constructor,
                             struct cursors items)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(constructor));
    int count = clang_getNumArgTypes(type);
    int total = 1;
    if ((size_t)count < items.count)
        return 0;
    for (unsigned i = 0; i < (unsigned)count; i++) {
        if (i >= items.count) {
            if (clang_Cursor_isNull(cxx_default_argument(constructor, i)))
                return 0;
            continue;
        }
        CXType wanted = clang_getArgType(type, i);
        int one = item_fitness(body, items.items[i], wanted);
        if (one == 0)
            return 0;
        total += one;
    }
    return total;
}

static CXCursor best_constructor(struct body *body,
                                 const struct cxx_class *class,
                                 struct cursors items)
{
    CXCursor found = clang_getNullCursor();
    int best = 0;
    vec_each (CXCursor, method, &class->methods) {
        if (clang_getCursorKind(*method) != CXCursor_Constructor ||
            !cxx_is_provided(*method))
            continue;
        int points = constructor_score(body, *method, items);
        if (points <= best)
            continue;
        best = points;
        found = *method;
    }
    return found;
}

bool cxx_has_constructors(struct lowering *lowering, CXType type)
{
    struct cxx_class *class = cxx_class_of(lowering, type);
    if (!class)
        return false;
    vec_each (CXCursor, method, &class->methods)
        if (clang_getCursorKind(*method) == CXCursor_Constructor &&
            cxx_is_provided(*method))
            return true;
    return class->hides_constructor;
}

bool cxx_is_made(struct lowering *lowering, CXType type)
{
    const struct cxx_class *class = cxx_class_of(lowering, type);
    return class && (class->needs_constructor || class->bases.count != 0 ||
                     cxx_has_constructors(lowering, type));
}

static void construct_unknown(struct body *body, struct object object,
                              struct cursors items)
{
    for (size_t i = 0; i < items.count; i++)
        lower_effects(body, items.items[i]);
    uint32_t address = value_temp(body, object.address);
    build_opaque(body->builder, type_void(), "constructor", &address, 1);
}

void cxx_construct_from(struct body *body, struct object object, CXType type,
                        struct cursors items)
{
    struct cxx_class *class = cxx_class_of(body->lowering, type);
    CXCursor constructor = best_constructor(body, class, items);
    if (clang_Cursor_isNull(constructor)) {
        construct_unknown(body, object, items);
        return;
    }
    struct cxx_arguments arguments = { 0 };
    CXType function = clang_getCanonicalType(clang_getCursorType(constructor));
    vec_push(body->scratch, &arguments, value_temp(body, object.address));
    for (unsigned i = 0; i < (unsigned)clang_getNumArgTypes(function); i++)
        cxx_add_argument(body, &arguments,
                         i < items.count ? items.items[i]
                                         : cxx_default_argument(constructor, i),
                         clang_getArgType(function, i));
    cxx_call_function(body, function_for(body->lowering, constructor),
                      &arguments);
}

/* The method that converts to something like that. */
static CXCursor conversion_to(struct body *body, const struct cxx_class *class,
                              struct shape shape)
{
    vec_each (CXCursor, method, &class->methods) {
        CXType type = clang_getResultType(
            clang_getCanonicalType(clang_getCursorType(*method)));
        if (clang_getCursorKind(*method) == CXCursor_ConversionFunction &&
            shape_of(body->lowering, type).type.kind == shape.type.kind)
            return *method;
    }
    return clang_getNullCursor();
}

struct value cxx_convert_object(struct body *body, CXCursor expression,
                                struct shape shape)
{
    struct lowering *lowering = body->lowering;
    struct cxx_class *class =
        cxx_class_of(lowering, clang_getCursorType(expression));
    struct function *invoker = cxx_class_invoker(lowering, class);
    struct shape pointer = { .type = type_pointer() };
    if (invoker)
        return value_of_temp(pointer, build_function(body->builder, invoker));
    CXCursor method = conversion_to(body, class, shape);
    struct value object = lower_object(body, expression).address;
    if (clang_Cursor_isNull(method))
        return value_unknown(body, shape);
    struct function *function = function_for(lowering, method);
    uint32_t self = value_temp(body, object);
    struct shape given = { .type = function->type };
    uint32_t temp = build_call(body->builder, function, &self, 1);
    after_call(body);
    return temp == NO_TEMP ? value_unknown(body, shape)
                           : value_of_temp(given, temp);
}
