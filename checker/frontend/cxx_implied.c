/* cxx_implied.c - functions that the language implies and nobody wrote.
 *
 * What a class implies is done in place where that is short. Where it is not, a
 * function does it, so that classes of classes stay as small as their source;
 * a table of virtual functions needs a destructor that is a function, too.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"
#include "support/strings.h"

/* A class with more parts than that, all counted, gets functions. */
enum { IN_PLACE_LIMIT = 16 };

struct implied {
    enum cxx_implied kind;
};

static bool is_copy(enum cxx_implied kind)
{
    return kind != CXX_CONSTRUCT && kind != CXX_DESTROY;
}

static struct object add_other(struct body *body)
{
    struct cxx_class *class = body->self_class;
    struct record *record = cxx_record_of(body->lowering, class);
    struct shape pointer = { .type = type_pointer(), .record = record };
    struct variable *variable =
        build_parameter(body->builder, "other", type_pointer(), record);
    uint32_t address = build_load(body->builder, pointer.type,
                                  build_local(body->builder, variable));
    return cxx_pointed(body, value_of_temp(pointer, address), class->type);
}

static void lower_implied(struct body *body, const void *data)
{
    const struct implied *implied = data;
    struct cxx_class *class = body->self_class;
    enum cxx_implied kind = implied->kind;
    if (is_copy(kind)) {
        struct object other = add_other(body);
        cxx_copy_members(body, cxx_self_object(body), other, class, kind);
    } else if (kind == CXX_CONSTRUCT) {
        cxx_construct_members(body, cxx_self_object(body), class, NULL);
    } else {
        cxx_start_destructor(body);
        cxx_end_function(body);
    }
}

static const char *name_of(struct lowering *lowering,
                           const struct cxx_class *class, enum cxx_implied kind)
{
    static const char *const operators[] = {
        [CXX_CONSTRUCT] = "",
        [CXX_DESTROY] = "~",
        [CXX_COPY] = "",
        [CXX_MOVE] = "",
        [CXX_ASSIGN] = "operator=",
        [CXX_MOVE_ASSIGN] = "operator=",
    };
    const char *record = cxx_record_of(lowering, class)->name;
    const char *name = cursor_name(lowering->source, class->definition);
    bool is_operator = kind == CXX_ASSIGN || kind == CXX_MOVE_ASSIGN;
    return strings_intern(lowering->strings,
                          arena_format(lowering->scratch, "%s::%s%s", record,
                                       operators[kind],
                                       is_operator ? "" : name));
}

static struct function *make(struct lowering *lowering, struct cxx_class *class,
                             enum cxx_implied kind)
{
    struct function *function = arena_new(lowering->arena, struct function);
    struct implied implied = { kind };
    vec_push(lowering->arena, &lowering->function_list, function);
    function->spelling = name_of(lowering, class, kind);
    function->name = strings_intern(
        lowering->strings, arena_format(lowering->scratch, "%s$%d",
                                        function->spelling, (int)kind));
    function->is_internal = true;
    function->type = type_void();
    function->place = cursor_place(lowering->source, class->definition);
    function->end = function->place;
    function->unit = lowering->unit;
    function->definition = function;
    struct waiting waiting = {
        .function = function,
        .definition = class->definition,
        .lower = lower_implied,
        .data = arena_copy(lowering->scratch, &implied, sizeof(implied)),
    };
    vec_push(lowering->scratch, &lowering->waiting, waiting);
    return function;
}

struct function *cxx_implied_function(struct lowering *lowering,
                                      struct cxx_class *class,
                                      enum cxx_implied kind)
{
    if (!class->implied[kind])
        class->implied[kind] = make(lowering, class, kind);
    return class->implied[kind];
}

bool cxx_call_implied(struct body *body, struct cxx_class *class,
                      enum cxx_implied kind, struct value object,
                      const struct value *other)
{
    struct cxx_arguments arguments = { 0 };
    if (class->weight <= IN_PLACE_LIMIT)
        return false;
    vec_push(body->scratch, &arguments, value_temp(body, object));
    if (other)
        vec_push(body->scratch, &arguments, value_temp(body, *other));
    cxx_call_function(body, cxx_implied_function(body->lowering, class, kind),
                      &arguments);
    return true;
}

struct function *cxx_destructor(struct lowering *lowering,
                                struct cxx_class *class)
{
    if (!clang_Cursor_isNull(class->destructor))
        return function_for(lowering, class->destructor);
    return cxx_implied_function(lowering, class, CXX_DESTROY);
}
