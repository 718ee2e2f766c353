/* cxx_record.c - where the parts of an object are that have no name: its bases
 * and the pointer to its table of virtual functions.
 *
 * A record's fields are the direct bases, each named after its class, then
 * "vptr" if no base has one, then the fields that are written.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"
#include "frontend/libclang.h"
#include "support/strings.h"

enum { POINTER_BITS = 64 };

/* Polymorphic bases come first, then the others, each aligned. */
static uint64_t computed_offset(const struct cxx_class *class, size_t number)
{
    bool is_first = class->bases.items[number].class->is_polymorphic;
    uint64_t offset = class->owns_vptr ? POINTER_BITS : 0;
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < class->bases.count; i++) {
            const struct cxx_class *base = class->bases.items[i].class;
            long long align = clang_Type_getAlignOf(base->type);
            uint64_t bits = align > 0 ? (uint64_t)align * 8 : 8;
            if (base->is_polymorphic != (round == 0))
                continue;
            offset = (offset + bits - 1) / bits * bits;
            if (i == number && is_first == (round == 0))
                return offset;
            offset += size_in_bits(base->type);
        }
    }
    return offset;
}

static uint64_t base_offset(const struct cxx_class *class, size_t number)
{
#ifdef LIBCLANG_SHOWS_METHODS
    if (libclang_shows_methods()) {
        long long offset = clang_getOffsetOfBase(
            class->definition, class->bases.items[number].specifier);
        return offset >= 0 ? (uint64_t)offset : 0;
    }
#endif
    return computed_offset(class, number);
}

static struct field base_field(struct lowering *lowering,
                               const struct cxx_class *class, size_t number)
{
    const struct cxx_base *base = &class->bases.items[number];
    struct shape shape = shape_of(lowering, base->class->type);
    return (struct field){
        .name = cursor_name(lowering->source, base->class->definition),
        .offset = base_offset(class, number),
        .type = shape.type,
        .record = shape.record,
    };
}

size_t cxx_hidden_fields(struct lowering *lowering, CXCursor definition,
                         struct field **fields)
{
    struct cxx_class *class =
        cxx_class_of(lowering, clang_getCursorType(definition));
    if (!class)
        return 0;
    size_t count = class->bases.count;
    *fields = arena_array(lowering->scratch, struct field, count + 1);
    for (size_t i = 0; i < count; i++)
        (*fields)[i] = base_field(lowering, class, i);
    if (!class->owns_vptr)
        return count;
    (*fields)[count] = (struct field){
        .name = strings_intern(lowering->strings, "vptr"),
        .type = type_pointer(),
    };
    return count + 1;
}

uint32_t cxx_vptr_field(const struct cxx_class *class)
{
    return (uint32_t)class->bases.count;
}

struct record *cxx_record_of(struct lowering *lowering,
                             const struct cxx_class *class)
{
    return record_for(lowering, class->definition);
}

struct value cxx_base_address(struct body *body, struct value address,
                              const struct cxx_class *class, size_t base)
{
    struct record *record = cxx_record_of(body->lowering, class);
    const struct field *field = &record->fields[base];
    struct shape shape = { .type = type_pointer(), .record = field->record };
    uint32_t temp = build_field(body->builder, value_temp(body, address),
                                record, (uint32_t)base, (int64_t)field->offset);
    return value_of_temp(shape, temp);
}

/* Whether `to` is `from` or a base of it; the numbers of the bases on the way
 * are added, the last one first. */
struct path vec_of(size_t);

static bool find_path(struct lowering *lowering, struct cxx_class *from,
                      const struct cxx_class *to, struct path *path)
{
    if (from == to)
        return true;
    for (size_t i = 0; i < from->bases.count; i++) {
        if (!find_path(lowering, from->bases.items[i].class, to, path))
            continue;
        vec_push(lowering->scratch, path, i);
        return true;
    }
    return false;
}

static struct value go_up(struct body *body, struct value address,
                          const struct cxx_class *from, const struct path *path)
{
    for (size_t i = path->count; i-- > 0;) {
        size_t base = path->items[i];
        address = cxx_base_address(body, address, from, base);
        from = from->bases.items[base].class;
    }
    return address;
}

static struct value go_down(struct body *body, struct value address,
                            const struct cxx_class *to, const struct path *path)
{
    struct record *record = cxx_record_of(body->lowering, to);
    struct shape shape = { .type = type_pointer(), .record = record };
    uint64_t offset = 0;
    const struct cxx_class *at = to;
    for (size_t i = path->count; i-- > 0;) {
        size_t base = path->items[i];
        offset += cxx_record_of(body->lowering, at)->fields[base].offset;
        at = at->bases.items[base].class;
    }
    if (offset != 0) {
        uint32_t temp = build_field(body->builder, value_temp(body, address),
                                    NULL, 0, -(int64_t)offset);
        address = value_of_temp((struct shape){ .type = shape.type }, temp);
    }
    return value_convert(body, address, shape);
}

bool cxx_convert_address(struct body *body, struct value *address,
                         struct cxx_class *from, struct cxx_class *to)
{
    struct path up = { 0 }, down = { 0 };
    if (!from || !to)
        return false;
    if (find_path(body->lowering, from, to, &up))
        *address = go_up(body, *address, from, &up);
    else if (find_path(body->lowering, to, from, &down))
        *address = go_down(body, *address, to, &down);
    else
        return false;
    return true;
}

static bool has_offset(struct body *body, struct cxx_class *from,
                       struct cxx_class *to)
{
    struct path path = { 0 };
    if (!find_path(body->lowering, from, to, &path))
        return false;
    uint64_t offset = 0;
    for (size_t i = path.count; i-- > 0;) {
        size_t base = path.items[i];
        offset += cxx_record_of(body->lowering, from)->fields[base].offset;
        from = from->bases.items[base].class;
    }
    return offset != 0;
}

/* A null pointer stays one, wherever the base is. */
static struct value convert_unless_null(struct body *body, struct value pointer,
                                        struct cxx_class *from,
                                        struct cxx_class *to)
{
    struct builder *builder = body->builder;
    struct shape shape = { .type = type_pointer(), .size = POINTER_BITS };
    shape.record = cxx_record_of(body->lowering, to);
    struct variable *variable = temporary_make(body, shape);
    uint32_t there = build_block(builder);
    uint32_t done = build_block(builder);
    uint32_t temp = value_temp(body, pointer);
    pointer = value_of_temp((struct shape){ .type = shape.type }, temp);
    build_store(builder, shape.type, build_local(builder, variable),
                build_null(builder));
    build_branch(builder, temp, there, done, NULL);
    build_enter(builder, there);
    cxx_convert_address(body, &pointer, from, to);
    build_store(builder, shape.type, build_local(builder, variable),
                value_temp(body, pointer));
    build_jump(builder, done);
    build_enter(builder, done);
    uint32_t address = build_local(builder, variable);
    return value_of_temp(shape, build_load(builder, shape.type, address));
}

static struct cxx_class *pointed_class(struct lowering *lowering, CXType type)
{
    return cxx_class_of(lowering,
                        clang_getPointeeType(clang_getCanonicalType(type)));
}

struct value cxx_convert_pointer(struct body *body, struct value pointer,
                                 CXType from, CXType to)
{
    struct cxx_class *source = pointed_class(body->lowering, from);
    struct cxx_class *target = pointed_class(body->lowering, to);
    struct shape shape = shape_of(body->lowering, to);
    if (!source || !target || source == target || pointer.is_constant)
        return value_convert(body, pointer, shape);
    if (has_offset(body, source, target) || has_offset(body, target, source))
        return convert_unless_null(body, pointer, source, target);
    if (cxx_convert_address(body, &pointer, source, target))
        return pointer;
    return value_convert(body, pointer, shape);
}
