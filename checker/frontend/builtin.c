/* builtin.c - the compiler's own functions.
 *
 * Those that mean something to control flow or memory are lowered here, in the
 * spellings of clang, gcc and cl; the rest of `__builtin_...` only computes, so
 * that its result is unknown and nothing else happens. Functions that have a
 * declaration somewhere are not the compiler's and are calls.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/lower.h"

#include <string.h>

typedef struct value lower_builtin_call(struct body *body, CXCursor call,
                                        struct cursors arguments);

static struct shape call_shape(struct body *body, CXCursor call)
{
    return shape_of(body->lowering, clang_getCursorType(call));
}

static void lower_all(struct body *body, struct cursors arguments)
{
    for (size_t i = 0; i < arguments.count; i++)
        lower_effects(body, arguments.items[i]);
}

static struct value argument(struct body *body, struct cursors arguments,
                             size_t number)
{
    if (number >= arguments.count)
        return value_constant(type_int(32, true), 0);
    return lower_value(body, arguments.items[number]);
}

/* The first argument is the result. */
static struct value lower_first(struct body *body, CXCursor call,
                                struct cursors arguments)
{
    struct value value = argument(body, arguments, 0);
    for (size_t i = 1; i < arguments.count; i++)
        lower_effects(body, arguments.items[i]);
    return value_convert(body, value, call_shape(body, call));
}

static struct value lower_pure(struct body *body, CXCursor call,
                               struct cursors arguments)
{
    int64_t constant;
    struct shape shape = call_shape(body, call);
    if (shape.type.kind == TYPE_INT && constant_evaluate(call, &constant))
        return value_constant(shape.type, constant);
    lower_all(body, arguments);
    return value_unknown(body, shape);
}

/* The arguments are not evaluated. */
static struct value lower_unevaluated(struct body *body, CXCursor call,
                                      struct cursors arguments)
{
    int64_t constant = 0;
    struct shape shape = call_shape(body, call);
    (void)arguments;
    if (shape.type.kind == TYPE_VOID)
        return value_void();
    constant_evaluate(call, &constant);
    return value_constant(shape.type, constant);
}

static struct value lower_end(struct body *body, CXCursor call,
                              struct cursors arguments)
{
    (void)call;
    lower_all(body, arguments);
    build_unreachable(body->builder);
    return value_void();
}

static struct value lower_assume(struct body *body, CXCursor call,
                                 struct cursors arguments)
{
    struct builder *builder = body->builder;
    (void)call;
    if (arguments.count == 0)
        return value_void();
    uint32_t holds = build_block(builder);
    uint32_t never = build_block(builder);
    lower_condition(body, arguments.items[0], holds, never);
    build_enter(builder, never);
    build_unreachable(builder);
    build_enter(builder, holds);
    return value_void();
}

static uint32_t as_size(struct body *body, struct value value)
{
    struct shape size = { .type = type_int(64, false) };
    return value_temp(body, value_convert(body, value, size));
}

static uint32_t as_pointer(struct body *body, struct value value)
{
    struct shape pointer = { .type = type_pointer() };
    return value_temp(body, value_convert(body, value, pointer));
}

static struct value lower_copy(struct body *body, CXCursor call,
                               struct cursors arguments)
{
    (void)call;
    struct value to = argument(body, arguments, 0);
    uint32_t address = as_pointer(body, to);
    uint32_t from = as_pointer(body, argument(body, arguments, 1));
    uint32_t size = as_size(body, argument(body, arguments, 2));
    build_copy(body->builder, address, from, size);
    return value_of_temp((struct shape){ .type = type_pointer() }, address);
}

static struct value lower_fill(struct body *body, CXCursor call,
                               struct cursors arguments)
{
    (void)call;
    struct shape byte = { .type = type_int(8, false) };
    uint32_t address = as_pointer(body, argument(body, arguments, 0));
    struct value value = argument(body, arguments, 1);
    uint32_t temp = value_temp(body, value_convert(body, value, byte));
    uint32_t size = as_size(body, argument(body, arguments, 2));
    build_fill(body->builder, address, temp, size);
    return value_of_temp((struct shape){ .type = type_pointer() }, address);
}

static struct value lower_alloca(struct body *body, CXCursor call,
                                 struct cursors arguments)
{
    (void)call;
    uint32_t size = as_size(body, argument(body, arguments, 0));
    return value_of_temp((struct shape){ .type = type_pointer() },
                         build_alloc(body->builder, size));
}

/* Whatever is read from a list of arguments is unknown, so starting and ending
 * one does nothing. */
static struct value lower_no_effect(struct body *body, CXCursor call,
                                    struct cursors arguments)
{
    (void)body;
    (void)call;
    (void)arguments;
    return value_void();
}

static struct value lower_termination(struct body *body, CXCursor call,
                                      struct cursors arguments)
{
    (void)arguments;
    return value_constant(call_shape(body, call).type, body->termination);
}

static const struct {
    const char *name;
    lower_builtin_call *lower;
} builtins[] = {
    { "__abnormal_termination", lower_termination },
    { "__assume", lower_assume },
    { "__builtin_alloca", lower_alloca },
    { "__builtin_assume", lower_assume },
    { "__builtin_assume_aligned", lower_first },
    { "__builtin_constant_p", lower_unevaluated },
    { "__builtin_debugtrap", lower_no_effect },
    { "__builtin_expect", lower_first },
    { "__builtin_expect_with_probability", lower_first },
    { "__builtin_launder", lower_first },
    { "__builtin_memcpy", lower_copy },
    { "__builtin_memmove", lower_copy },
    { "__builtin_memset", lower_fill },
    { "__builtin_object_size", lower_unevaluated },
    { "__builtin_trap", lower_end },
    { "__builtin_unreachable", lower_end },
    { "__builtin_va_copy", lower_no_effect },
    { "__builtin_va_end", lower_no_effect },
    { "__builtin_va_start", lower_no_effect },
    { "__debugbreak", lower_no_effect },
    { "__exception_code", lower_pure },
    { "__exception_info", lower_pure },
    { "__fastfail", lower_end },
    { "__noop", lower_unevaluated },
    { "__nop", lower_no_effect },
    { "__va_start", lower_no_effect },
    { "_abnormal_termination", lower_termination },
    { "_alloca", lower_alloca },
    { "_exception_code", lower_pure },
    { "_exception_info", lower_pure },
};

/* Others compute, unless they are told where to put something. */
static struct value lower_other(struct body *body, CXCursor call,
                                struct cursors arguments)
{
    for (size_t i = 0; i < arguments.count; i++) {
        CXType type =
            clang_getCanonicalType(clang_getCursorType(arguments.items[i]));
        if (type.kind == CXType_Pointer &&
            !clang_isConstQualifiedType(clang_getPointeeType(type)))
            return lower_opaque(body, call, "builtin");
    }
    return lower_pure(body, call, arguments);
}

bool lower_builtin(struct body *body, CXCursor call, const char *name,
                   struct value *result)
{
    if (name[0] != '_')
        return false;
    struct cursors children = cursor_children(body->scratch, call);
    struct cursors arguments = { children.items + 1, children.count - 1 };
    for (size_t i = 0; i < sizeof(builtins) / sizeof(*builtins); i++)
        if (strcmp(builtins[i].name, name) == 0) {
            *result = builtins[i].lower(body, call, arguments);
            return true;
        }
    if (strncmp(name, "__builtin_", 10) != 0)
        return false;
    *result = lower_other(body, call, arguments);
    return true;
}
