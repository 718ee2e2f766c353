/* cxx_new.c - new and delete.
 *
 * Where the driver declares an operator that fits, it is called, and what it
 * gives is tested for null, as drivers' operators return that; it is a new
 * object, wherever the operator's body is, unless it was given the memory.
 * Otherwise the memory is a new object that is never null. When the driver's
 * operator gets it back, it is no object any more.
 *
 * libclang shows neither the operator nor which child is what: an array's size
 * is the one that is converted to size_t behind the type, the initialiser is
 * the last, what is in front of the type is for the operator.
 *
 * Of an array whose elements have destructors, the number stands in front of
 * it, where `delete` finds it, as the ABI has it.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"

#include <string.h>

enum { NUMBER_BYTES = 8 }; /* in front of an array */

struct allocation {
    CXType type; /* of one object */
    struct vec_of(CXCursor) placement;
    CXCursor count;       /* null: not an array */
    struct value number;  /* what the count is */
    CXCursor initializer; /* or null */
    bool is_zeroed;
    CXCursor allocator; /* null: nobody's */
};

static bool is_size_type(CXType type)
{
    enum CXTypeKind kind = clang_getCanonicalType(type).kind;
    return kind == CXType_ULongLong || kind == CXType_ULong;
}

static bool makes_object(CXCursor expression, CXType type)
{
    CXType made = element_type(clang_getCursorType(expression));
    return same_type(made, element_type(type));
}

static bool is_reference_to_name(enum CXCursorKind kind)
{
    return kind == CXCursor_TypeRef || kind == CXCursor_TemplateRef ||
           kind == CXCursor_NamespaceRef;
}

/* Whether the text says `new (`, what follows being no type. */
static bool has_placement_text(struct body *body, CXCursor expression)
{
    const char *text = source_text(body->lowering->source, expression);
    const char *at = text ? strstr(text, "new") : NULL;
    if (!at)
        return false;
    at += 3;
    while (*at == ' ')
        at++;
    return *at == '(';
}

static bool ends_in_bracket(struct body *body, CXCursor expression)
{
    const char *text = source_text(body->lowering->source, expression);
    const char *open = text ? strrchr(text, '[') : NULL;
    const char *close = text ? strrchr(text, ']') : NULL;
    return open && close &&
           (strcmp(close, "]") == 0 || close[1] == '(' || close[1] == '{');
}

/* `()` behind the type: nobody wrote an expression. */
static bool is_nowhere(CXCursor expression)
{
    CXFile file;
    clang_getExpansionLocation(clang_getCursorLocation(expression), &file, NULL,
                               NULL, NULL);
    return !file;
}

static void take_last(struct body *body, struct allocation *allocation,
                      CXCursor expression, struct cursors *rest)
{
    CXCursor last = rest->items[rest->count - 1];
    bool is_list = clang_getCursorKind(last) == CXCursor_InitListExpr;
    if (is_list || cxx_is_construction(last) || is_nowhere(last) ||
        (makes_object(last, allocation->type) &&
         !ends_in_bracket(body, expression))) {
        allocation->is_zeroed = is_nowhere(last);
        if (!allocation->is_zeroed)
            allocation->initializer = last;
        rest->count--;
    }
    if (rest->count == 0)
        return;
    last = rest->items[rest->count - 1];
    if (is_size_type(clang_getCursorType(last)) &&
        ends_in_bracket(body, expression)) {
        allocation->count = last;
        rest->count--;
    }
}

/* The expressions; `placed` is how many of them stand in front of the type. */
static struct cursors expressions_of(struct body *body, CXCursor expression,
                                     size_t *placed)
{
    struct cursors children = cursor_children(body->scratch, expression);
    bool is_named = false;
    size_t count = 0;
    *placed = 0;
    for (size_t i = 0; i < children.count; i++) {
        enum CXCursorKind kind = clang_getCursorKind(children.items[i]);
        if (is_reference_to_name(kind) && !is_named) {
            is_named = true;
            *placed = count;
        }
        if (clang_isExpression(kind))
            children.items[count++] = children.items[i];
    }
    children.count = count;
    if (!is_named)
        *placed = SIZE_MAX;
    return children;
}

static struct allocation allocation_of(struct body *body, CXCursor expression)
{
    CXCursor null = clang_getNullCursor();
    struct allocation allocation = { .count = null,
                                     .initializer = null,
                                     .allocator = null };
    CXType pointer = clang_getCanonicalType(clang_getCursorType(expression));
    size_t placed;
    allocation.type = clang_getPointeeType(pointer);
    struct cursors rest = expressions_of(body, expression, &placed);
    if (rest.count != 0 && rest.count != placed)
        take_last(body, &allocation, expression, &rest);
    if (placed == SIZE_MAX && !has_placement_text(body, expression))
        rest.count = 0;
    for (size_t i = 0; i < rest.count && i < placed; i++)
        vec_push(body->scratch, &allocation.placement, rest.items[i]);
    return allocation;
}

/* Operators. */

static CXType parameter_type(CXCursor function, size_t number)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(function));
    return clang_getCanonicalType(clang_getArgType(type, (unsigned)number));
}

static int parameter_count(CXCursor function)
{
    return clang_getNumArgTypes(
        clang_getCanonicalType(clang_getCursorType(function)));
}

static int score(struct body *body, const struct allocation *allocation,
                 CXCursor function)
{
    int total = 1;
    size_t count = allocation->placement.count;
    if (parameter_count(function) != (int)count + 1)
        return 0;
    for (size_t i = 0; i < count; i++) {
        CXType given = clang_getCursorType(allocation->placement.items[i]);
        int one = cxx_fitness(body, given, parameter_type(function, i + 1));
        if (one == 0)
            return 0;
        total += one;
    }
    return total;
}

/* The best of those of that name, if it is better than `best`. */
static void choose(struct body *body, struct allocation *allocation,
                   const CXCursor *functions, size_t count, const char *name,
                   int *best)
{
    for (size_t i = 0; i < count; i++) {
        const char *own = cursor_name(body->lowering->source, functions[i]);
        if (strcmp(own, name) != 0)
            continue;
        int points = score(body, allocation, functions[i]);
        if (points <= *best)
            continue;
        *best = points;
        allocation->allocator = functions[i];
    }
}

static void choose_in_class(struct body *body, struct allocation *allocation,
                            const struct cxx_class *class, const char *name,
                            int *best)
{
    if (!class)
        return;
    choose(body, allocation, class->methods.items, class->methods.count, name,
           best);
    for (size_t i = 0; i < class->bases.count && *best == 0; i++)
        choose_in_class(body, allocation, class->bases.items[i].class, name,
                        best);
}

static void choose_operator(struct body *body, struct allocation *allocation,
                            const char *name)
{
    struct lowering *lowering = body->lowering;
    const struct cxx_class *class =
        cxx_class_of(lowering, element_type(allocation->type));
    int best = 0;
    choose_in_class(body, allocation, class, name, &best);
    if (best == 0)
        choose(body, allocation, lowering->allocators.items,
               lowering->allocators.count, name, &best);
}

/* `new (address) T` where nobody wrote the operator. */
static bool is_in_place(struct body *body, const struct allocation *allocation)
{
    return clang_Cursor_isNull(allocation->allocator) &&
           allocation->placement.count == 1 &&
           shape_of(body->lowering,
                    clang_getCursorType(allocation->placement.items[0]))
                   .type.kind == TYPE_POINTER;
}

/* Whether the number of elements stands in front of the array. */
static bool is_numbered(struct body *body, const struct allocation *allocation)
{
    return !clang_Cursor_isNull(allocation->count) &&
           !is_in_place(body, allocation) &&
           cxx_needs_destructor(body->lowering, allocation->type);
}

static struct value moved(struct body *body, struct value address,
                          int64_t bytes)
{
    uint32_t one = build_const(body->builder, type_int(64, true), 1);
    return value_of_temp(
        (struct shape){ .type = type_pointer(), .record = address.record },
        build_index(body->builder, value_temp(body, address), one, bytes));
}

static uint32_t allocated_size(struct body *body, struct allocation *allocation)
{
    struct shape wide = { .type = type_int(64, false) };
    int64_t size = (int64_t)(size_in_bits(allocation->type) / 8);
    struct value bytes = value_constant(wide.type, size);
    if (!clang_Cursor_isNull(allocation->count)) {
        allocation->number = lower_converted(body, allocation->count, wide);
        bytes =
            value_binary(body, OP_MUL, wide.type, allocation->number, bytes);
    }
    if (is_numbered(body, allocation))
        bytes = value_binary(body, OP_ADD, wide.type, bytes,
                             value_constant(wide.type, NUMBER_BYTES));
    return value_temp(body, bytes);
}

/* An operator that gets a pointer to memory gives that. */
static bool gives_new_object(const struct allocation *allocation)
{
    bool is_new = true;
    for (size_t i = 0; i < allocation->placement.count; i++) {
        CXType type = parameter_type(allocation->allocator, i + 1);
        is_new &= type.kind != CXType_Pointer ||
                  clang_getPointeeType(type).kind != CXType_Void;
    }
    return is_new;
}

static struct value allocate(struct body *body,
                             const struct allocation *allocation, uint32_t size)
{
    struct shape shape = { .type = type_pointer() };
    shape.record = shape_of(body->lowering, allocation->type).record;
    if (is_in_place(body, allocation))
        return lower_converted(body, allocation->placement.items[0], shape);
    if (clang_Cursor_isNull(allocation->allocator)) {
        for (size_t i = 0; i < allocation->placement.count; i++)
            lower_effects(body, allocation->placement.items[i]);
        return value_of_temp(shape, build_alloc(body->builder, size));
    }
    struct cxx_arguments arguments = { 0 };
    struct function *function =
        function_for(body->lowering, allocation->allocator);
    vec_push(body->scratch, &arguments, size);
    for (size_t i = 0; i < allocation->placement.count; i++)
        cxx_add_argument(body, &arguments, allocation->placement.items[i],
                         parameter_type(allocation->allocator, i + 1));
    uint32_t temp =
        build_call(body->builder, function, arguments.items, arguments.count);
    after_call(body);
    struct shape given = { .type = function->type };
    struct value value =
        temp == NO_TEMP ? value_void() : value_of_temp(given, temp);
    if (gives_new_object(allocation) && temp != NO_TEMP &&
        given.type.kind == TYPE_POINTER)
        value = value_of_temp(given, build_object(body->builder, temp));
    return value_convert(body, value, shape);
}

static void construct_new(struct body *body,
                          const struct allocation *allocation,
                          struct value address, uint32_t size)
{
    struct builder *builder = body->builder;
    struct frame *mark = body->frames;
    struct shape wide = { .type = type_int(64, true) };
    CXType type = allocation->type;
    struct object object = cxx_pointed(body, address, type);
    if (allocation->is_zeroed)
        build_fill(builder, value_temp(body, address),
                   build_const(builder, type_int(8, false), 0), size);
    if (clang_Cursor_isNull(allocation->initializer))
        return;
    if (clang_Cursor_isNull(allocation->count))
        cxx_initialize(body, object, type, allocation->initializer);
    else
        cxx_construct_many(body, object, type,
                           value_convert(body, allocation->number, wide),
                           allocation->initializer);
    scope_close(body, mark);
}

static struct value fill_numbered(struct body *body,
                                  const struct allocation *allocation,
                                  struct value block)
{
    struct type wide = type_int(64, false);
    uint32_t element = build_const(
        body->builder, wide, (int64_t)(size_in_bits(allocation->type) / 8));
    uint32_t number = value_temp(body, allocation->number);
    build_store(body->builder, wide, value_temp(body, block), number);
    struct value first = moved(body, block, NUMBER_BYTES);
    construct_new(body, allocation, first,
                  build_binary(body->builder, OP_MUL, wide, number, element));
    return first;
}

/* The first element of the array in the block; null where there is none. */
static struct value make_numbered(struct body *body,
                                  const struct allocation *allocation,
                                  struct value block)
{
    struct builder *builder = body->builder;
    if (clang_Cursor_isNull(allocation->allocator))
        return fill_numbered(body, allocation, block);
    struct variable *made =
        build_variable(builder, NULL, type_pointer(), block.record);
    uint32_t there = build_block(builder);
    uint32_t done = build_block(builder);
    build_store(builder, made->type, build_local(builder, made),
                value_temp(body, block));
    build_branch(builder, value_temp(body, block), there, done, NULL);
    build_enter(builder, there);
    struct value first = fill_numbered(body, allocation, block);
    build_store(builder, made->type, build_local(builder, made),
                value_temp(body, first));
    build_jump(builder, done);
    build_enter(builder, done);
    return value_of_temp(
        (struct shape){ .type = made->type, .record = block.record },
        build_load(builder, made->type, build_local(builder, made)));
}

struct value cxx_lower_new(struct body *body, CXCursor expression)
{
    struct builder *builder = body->builder;
    struct allocation allocation = allocation_of(body, expression);
    bool is_array = !clang_Cursor_isNull(allocation.count);
    choose_operator(body, &allocation,
                    is_array ? "operator new[]" : "operator new");
    if (is_array && clang_Cursor_isNull(allocation.allocator))
        choose_operator(body, &allocation, "operator new");
    uint32_t size = allocated_size(body, &allocation);
    struct value address = allocate(body, &allocation, size);
    if (is_numbered(body, &allocation))
        return make_numbered(body, &allocation, address);
    if (clang_Cursor_isNull(allocation.initializer) && !allocation.is_zeroed)
        return address;
    if (clang_Cursor_isNull(allocation.allocator)) {
        construct_new(body, &allocation, address, size);
        return address;
    }
    uint32_t there = build_block(builder);
    uint32_t done = build_block(builder);
    build_branch(builder, value_temp(body, address), there, done, NULL);
    build_enter(builder, there);
    construct_new(body, &allocation, address, size);
    build_jump(builder, done);
    build_enter(builder, done);
    return address;
}

/* Delete. */

static bool is_array_delete(struct body *body, CXCursor expression)
{
    const char *text = source_text(body->lowering->source, expression);
    const char *at = text ? strstr(text, "delete") : NULL;
    for (at = at ? at + 6 : ""; *at == ' '; at++)
        ;
    return *at == '[';
}

static CXCursor deallocator(struct body *body, CXType type, const char *name)
{
    struct allocation allocation = { .type = type,
                                     .allocator = clang_getNullCursor() };
    choose_operator(body, &allocation, name);
    if (!clang_Cursor_isNull(allocation.allocator))
        return allocation.allocator;
    vec_each (CXCursor, function, &body->lowering->allocators)
        if (strcmp(cursor_name(body->lowering->source, *function), name) == 0 &&
            parameter_count(*function) == 2 &&
            is_size_type(parameter_type(*function, 1)))
            return *function;
    return allocation.allocator;
}

static void release(struct body *body, struct value address, CXType type,
                    bool is_array)
{
    CXCursor function = deallocator(
        body, type, is_array ? "operator delete[]" : "operator delete");
    if (clang_Cursor_isNull(function) && is_array)
        function = deallocator(body, type, "operator delete");
    if (clang_Cursor_isNull(function)) {
        build_free(body->builder, value_temp(body, address));
        return;
    }
    struct cxx_arguments arguments = { 0 };
    if (!is_array && type.kind != CXType_Void)
        cxx_end(body, address, type);
    vec_push(body->scratch, &arguments, value_temp(body, address));
    if (parameter_count(function) == 2)
        vec_push(body->scratch, &arguments,
                 build_const(body->builder, type_int(64, false),
                             (int64_t)(size_in_bits(type) / 8)));
    cxx_call_function(body, function_for(body->lowering, function), &arguments);
    build_free(body->builder, value_temp(body, address));
}

/* The block that an array is in, whose elements end here. */
static struct value destroy_array(struct body *body, struct value address,
                                  CXType type)
{
    struct shape wide = { .type = type_int(64, true) };
    if (!cxx_needs_destructor(body->lowering, type))
        return address;
    struct value block = moved(body, address, -NUMBER_BYTES);
    uint32_t number =
        build_load(body->builder, wide.type, value_temp(body, block));
    cxx_destroy_many(body, cxx_pointed(body, address, type), type,
                     value_of_temp(wide, number));
    return block;
}

static void destroy_pointed(struct body *body, struct value address,
                            CXType type)
{
    struct cxx_class *class = cxx_class_of(body->lowering, type);
    if (!class)
        return;
    if (!clang_Cursor_isNull(class->destructor) &&
        clang_CXXMethod_isVirtual(class->destructor)) {
        struct value target =
            cxx_virtual_function(body, address, class, class->destructor);
        uint32_t self = value_temp(body, address);
        build_call_indirect(body->builder, type_void(),
                            value_temp(body, target), &self, 1);
        after_call(body);
    } else {
        cxx_destroy(body, cxx_pointed(body, address, type), type);
    }
}

struct value cxx_lower_delete(struct body *body, CXCursor expression)
{
    struct builder *builder = body->builder;
    CXCursor operand = cursor_last_child(expression);
    bool is_array = is_array_delete(body, expression);
    CXType type = clang_getCanonicalType(clang_getPointeeType(
        clang_getCanonicalType(clang_getCursorType(operand))));
    struct value address = lower_value(body, operand);
    if (address.type.kind != TYPE_POINTER)
        return value_void();
    uint32_t there = build_block(builder);
    uint32_t done = build_block(builder);
    build_branch(builder, value_temp(body, address), there, done, NULL);
    build_enter(builder, there);
    if (is_array)
        address = destroy_array(body, address, type);
    else
        destroy_pointed(body, address, type);
    release(body, address, type, is_array);
    build_jump(builder, done);
    build_enter(builder, done);
    return value_void();
}
