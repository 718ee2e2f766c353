/* cxx_range.c - `for (auto x : range)`.
 *
 * The loop's variable is initialised out of a hidden iterator, which is found
 * there. Over an array the iterator follows a counter, so that the loop looks
 * like one that was written with an index. Over anything else it starts with
 * what begin() gives; whether it ends is known only where it is a pointer.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"
#include "frontend/statements.h"
#include "support/map.h"

#include <string.h>

struct range {
    CXCursor variable;
    CXCursor expression;
    CXCursor repeated;
    CXCursor begin; /* the hidden iterator */
    CXCursor range; /* the hidden reference to the range; may be null */
};

struct search {
    struct source *source;
    const char *prefix;
    CXCursor found;
};

static enum CXChildVisitResult find_named(CXCursor cursor, CXCursor parent,
                                          CXClientData data)
{
    struct search *search = data;
    (void)parent;
    if (clang_getCursorKind(cursor) != CXCursor_DeclRefExpr)
        return CXChildVisit_Recurse;
    CXCursor declaration = clang_getCursorReferenced(cursor);
    const char *name = cursor_name(search->source, declaration);
    if (strncmp(name, search->prefix, strlen(search->prefix)) != 0)
        return CXChildVisit_Recurse;
    search->found = declaration;
    return CXChildVisit_Break;
}

static CXCursor hidden_variable(struct body *body, CXCursor user,
                                const char *prefix)
{
    struct search search = { body->lowering->source, prefix,
                             clang_getNullCursor() };
    clang_visitChildren(user, find_named, &search);
    return search.found;
}

struct loop_blocks {
    uint32_t test;
    uint32_t inside;
    uint32_t step;
    uint32_t done;
};

static struct loop_blocks make_blocks(struct builder *builder)
{
    struct loop_blocks blocks;
    blocks.test = build_block(builder);
    blocks.inside = build_block(builder);
    blocks.step = build_block(builder);
    blocks.done = build_block(builder);
    return blocks;
}

/* From the current block, which is where the test succeeded. */
static void lower_inside(struct body *body, const struct range *range,
                         const struct loop_blocks *blocks)
{
    struct frame *mark = body->frames;
    frame_push(body, FRAME_BREAK, blocks->done);
    frame_push(body, FRAME_CONTINUE, blocks->step);
    cxx_lower_variable(body, range->variable);
    lower_statement(body, range->repeated);
    scope_close(body, mark);
    build_jump(body->builder, blocks->step);
    build_enter(body->builder, blocks->step);
}

static void store_iterator(struct body *body, struct variable *iterator,
                           struct value address)
{
    build_store(body->builder, type_pointer(),
                build_local(body->builder, iterator),
                value_temp(body, address));
}

static void over_array(struct body *body, const struct range *range,
                       CXType type)
{
    struct builder *builder = body->builder;
    struct shape wide = { .type = type_int(64, true), .size = 64 };
    CXType element = clang_getArrayElementType(clang_getCanonicalType(type));
    struct value array = lower_object(body, range->expression).address;
    struct variable *iterator = variable_for(body, range->begin);
    struct variable *counter = temporary_make(body, wide);
    struct loop_blocks blocks = make_blocks(builder);
    int64_t count = clang_getArraySize(clang_getCanonicalType(type));
    array.record = NULL;
    build_store(builder, wide.type, build_local(builder, counter),
                build_const(builder, wide.type, 0));
    build_jump(builder, blocks.test);
    build_enter(builder, blocks.test);
    uint32_t at = build_load(builder, wide.type, build_local(builder, counter));
    uint32_t more = build_binary(builder, OP_LT, wide.type, at,
                                 build_const(builder, wide.type, count));
    build_branch(builder, more, blocks.inside, blocks.done, NULL);
    build_enter(builder, blocks.inside);
    store_iterator(
        body, iterator,
        pointer_step(body, array, value_of_temp(wide, at), element, false));
    lower_inside(body, range, &blocks);
    at = build_load(builder, wide.type, build_local(builder, counter));
    at = build_binary(builder, OP_ADD, wide.type, at,
                      build_const(builder, wide.type, 1));
    build_store(builder, wide.type, build_local(builder, counter), at);
    build_jump(builder, blocks.test);
    build_enter(builder, blocks.done);
}

static CXCursor find_method(struct body *body, CXType type, const char *name)
{
    struct cxx_class *class = cxx_class_of(body->lowering, type);
    for (size_t i = 0; class && i < class->methods.count; i++) {
        CXCursor method = class->methods.items[i];
        CXType own = clang_getCanonicalType(clang_getCursorType(method));
        if (strcmp(cursor_name(body->lowering->source, method), name) == 0 &&
            clang_getNumArgTypes(own) == 0)
            return method;
    }
    return clang_getNullCursor();
}

static struct value call_on(struct body *body, struct value object,
                            CXCursor method)
{
    struct function *function = function_for(body->lowering, method);
    uint32_t self = value_temp(body, object);
    struct shape shape = { .type = function->type, .record = function->record };
    uint32_t temp = build_call(body->builder, function, &self, 1);
    after_call(body);
    return temp == NO_TEMP ? value_void() : value_of_temp(shape, temp);
}

/* Not 0 while there is more: unknown unless begin() and end() are pointers. */
static struct value has_more(struct body *body, struct object iterator,
                             struct value range, CXType type)
{
    struct shape truth = { .type = type_int(32, true) };
    CXCursor end = find_method(body, type, "end");
    if (iterator.shape.type.kind != TYPE_POINTER || clang_Cursor_isNull(end))
        return value_unknown(body, truth);
    struct value last = call_on(body, range, end);
    if (last.type.kind != TYPE_POINTER)
        return value_unknown(body, truth);
    struct value at = object_load(body, iterator);
    return value_binary(body, OP_NE, at.type, at, last);
}

static void advance(struct body *body, struct object iterator, CXType type)
{
    if (iterator.shape.type.kind == TYPE_POINTER) {
        struct value one = value_constant(type_int(32, true), 1);
        CXType pointee = clang_getPointeeType(clang_getCanonicalType(type));
        struct value at = object_load(body, iterator);
        object_store(body, iterator,
                     pointer_step(body, at, one, pointee, false));
        return;
    }
    CXCursor method = find_method(body, type, "operator++");
    if (clang_Cursor_isNull(method))
        build_havoc(body->builder, value_temp(body, iterator.address));
    else
        call_on(body, iterator.address, method);
}

static void over_object(struct body *body, const struct range *range,
                        CXType type)
{
    struct builder *builder = body->builder;
    struct value object = lower_object(body, range->expression).address;
    CXType begin_type = clang_getCursorType(range->begin);
    if (!clang_Cursor_isNull(range->range))
        store_iterator(body, variable_for(body, range->range), object);
    cxx_lower_variable(body, range->begin);
    struct variable *begin = variable_for(body, range->begin);
    struct loop_blocks blocks = make_blocks(builder);
    build_jump(builder, blocks.test);
    build_enter(builder, blocks.test);
    struct object iterator = variable_object(body, begin, begin_type);
    struct value more = has_more(body, iterator, object, type);
    build_branch(builder, value_temp(body, more), blocks.inside, blocks.done,
                 NULL);
    build_enter(builder, blocks.inside);
    lower_inside(body, range, &blocks);
    advance(body, variable_object(body, begin, begin_type), begin_type);
    build_jump(builder, blocks.test);
    build_enter(builder, blocks.done);
}

/* Nothing is known of the iterator: any number of unknown elements. */
static void over_unknown(struct body *body, const struct range *range)
{
    struct builder *builder = body->builder;
    struct loop_blocks blocks = make_blocks(builder);
    lower_opaque(body, range->expression, "range");
    build_jump(builder, blocks.test);
    build_enter(builder, blocks.test);
    uint32_t more = build_unknown(builder, type_int(32, true));
    build_branch(builder, more, blocks.inside, blocks.done, NULL);
    build_enter(builder, blocks.inside);
    lower_inside(body, range, &blocks);
    build_jump(builder, blocks.test);
    build_enter(builder, blocks.done);
}

void cxx_lower_range_for(struct body *body, CXCursor statement)
{
    struct frame *mark = body->frames;
    struct cursors children = cursor_children(body->scratch, statement);
    if (children.count < 3 ||
        clang_getCursorKind(children.items[0]) != CXCursor_VarDecl) {
        lower_opaque(body, statement, "range-based for");
        return;
    }
    struct range range = { .variable = children.items[0],
                           .expression = children.items[1],
                           .repeated = children.items[children.count - 1] };
    CXType type = clang_getCanonicalType(clang_getCursorType(range.expression));
    range.begin = hidden_variable(body, range.variable, "__begin");
    range.range = hidden_variable(body, range.begin, "__range");
    if (clang_Cursor_isNull(range.begin))
        over_unknown(body, &range);
    else if (type.kind == CXType_ConstantArray)
        over_array(body, &range, type);
    else
        over_object(body, &range, type);
    scope_close(body, mark);
}
