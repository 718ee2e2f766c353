/* value.c - the table of interned values and regions. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/value.h"

#include "support/table.h"
#include "support/text.h"

#include <string.h>

#define VALUE_SIZE_MAX 12

/* What makes a value itself: plain words, so that equal keys are equal
 * bytes. */
struct key {
    uint64_t words[8];
};

struct entry {
    struct key key;
    struct value value;
    UT_hash_handle hh;
};

struct region_key {
    uint64_t kind;
    uint64_t what;
};

struct region_entry {
    struct region_key key;
    struct region region;
    UT_hash_handle hh;
};

struct values {
    struct arena *arena;
    struct entry *table;
    struct region_entry *regions;
    uint32_t count;
    uint32_t region_count;
};

struct values *values_make(struct arena *arena)
{
    struct values *values = arena_new(arena, struct values);
    values->arena = arena;
    return values;
}

static uint64_t pack_type(struct type type)
{
    return ((uint64_t)type.bits << 8) | ((uint64_t)type.kind << 1) |
           (type.is_signed ? 1u : 0u);
}

static struct key key_of(const struct value *value)
{
    struct key key;
    memset(&key, 0, sizeof(key));
    key.words[0] = (uint64_t)value->kind;
    switch (value->kind) {
    case VALUE_INT: key.words[1] = (uint64_t)value->integer; break;
    case VALUE_SYMBOL:
        key.words[1] = value->symbol.number;
        key.words[2] = pack_type(value->type);
        key.words[3] = (uintptr_t)value->symbol.protocol;
        key.words[4] = (uintptr_t)value->symbol.site | value->symbol.is_foreign;
        break;
    case VALUE_HANDLE:
    case VALUE_UNDEFINED: break;
    case VALUE_ADDRESS:
        key.words[1] = (uintptr_t)value->address.region;
        key.words[2] = (uint64_t)value->address.offset;
        key.words[3] = (uintptr_t)value->address.index;
        key.words[4] = (uint64_t)value->address.stride;
        break;
    case VALUE_FUNCTION: key.words[1] = (uintptr_t)value->function; break;
    case VALUE_EXPRESSION:
        key.words[1] = (uint64_t)value->expression.op;
        key.words[2] = pack_type(value->type);
        key.words[3] = (uintptr_t)value->expression.left;
        key.words[4] = (uintptr_t)value->expression.right;
        break;
    }
    return key;
}

static const struct value *intern(struct values *values,
                                  const struct value *wanted)
{
    struct arena *arena = values->arena;
    struct key key = key_of(wanted);
    struct entry *entry = NULL;
    HASH_FIND(hh, values->table, &key, sizeof(key), entry);
    if (entry)
        return &entry->value;
    entry = arena_new(arena, struct entry);
    entry->key = key;
    entry->value = *wanted;
    entry->value.id = values->count++;
    HASH_ADD(hh, values->table, key, sizeof(key), entry);
    return &entry->value;
}

static const struct region *
intern_region(struct values *values, const struct region *wanted, uint64_t what)
{
    struct arena *arena = values->arena;
    struct region_key key = { (uint64_t)wanted->kind, what };
    struct region_entry *entry = NULL;
    HASH_FIND(hh, values->regions, &key, sizeof(key), entry);
    if (entry)
        return &entry->region;
    entry = arena_new(arena, struct region_entry);
    entry->key = key;
    entry->region = *wanted;
    entry->region.id = values->region_count++;
    HASH_ADD(hh, values->regions, key, sizeof(key), entry);
    return &entry->region;
}

const struct region *region_global(struct values *values, struct global *global)
{
    struct global *definition =
        global->definition ? global->definition : global;
    struct region region = { .kind = REGION_GLOBAL, .global = definition };
    return intern_region(values, &region, (uintptr_t)definition);
}

const struct region *region_local(struct values *values,
                                  const struct variable *variable)
{
    struct region region = { .kind = REGION_LOCAL, .variable = variable };
    return intern_region(values, &region, (uintptr_t)variable);
}

const struct region *region_object(struct values *values, uint32_t object)
{
    struct region region = { .kind = REGION_OBJECT, .object = object };
    return intern_region(values, &region, object);
}

const struct region *region_singleton(struct values *values, const char *record)
{
    struct region region = { .kind = REGION_SINGLETON, .record = record };
    return intern_region(values, &region, (uintptr_t)record);
}

const struct region *region_literal(struct values *values)
{
    struct region region = { .kind = REGION_LITERAL };
    return intern_region(values, &region, 0);
}

const struct value *value_int(struct values *values, int64_t integer)
{
    struct value value = { .kind = VALUE_INT, .size = 1, .integer = integer };
    return intern(values, &value);
}

const struct value *value_symbol(struct values *values, uint32_t number,
                                 struct type type, bool is_foreign)
{
    struct value value = {
        .kind = VALUE_SYMBOL, .size = 1, .has_names = true, .type = type
    };
    value.symbol.number = number;
    value.symbol.is_foreign = is_foreign;
    return intern(values, &value);
}

const struct value *value_other(struct values *values, uint32_t number,
                                const struct protocol *protocol,
                                const struct instruction *site)
{
    struct value value = { .kind = VALUE_SYMBOL,
                           .size = 1,
                           .has_names = true,
                           .type = type_pointer() };
    value.symbol.number = number;
    value.symbol.protocol = protocol;
    value.symbol.site = site;
    return intern(values, &value);
}

const struct value *value_renumber(struct values *values,
                                   const struct value *symbol, uint32_t number)
{
    struct value value = *symbol;
    value.symbol.number = number;
    return intern(values, &value);
}

const struct value *value_handle(struct values *values)
{
    struct value value = { .kind = VALUE_HANDLE, .size = 1 };
    return intern(values, &value);
}

const struct value *value_undefined(struct values *values)
{
    struct value value = { .kind = VALUE_UNDEFINED, .size = 1 };
    return intern(values, &value);
}

const struct value *value_function(struct values *values,
                                   struct function *function)
{
    struct value value = { .kind = VALUE_FUNCTION, .size = 1 };
    value.function = function->definition ? function->definition : function;
    return intern(values, &value);
}

const struct value *value_address(struct values *values,
                                  const struct region *region, int64_t offset,
                                  const struct value *index, int64_t stride)
{
    struct value value = { .kind = VALUE_ADDRESS, .size = 1 };
    value.address.region = region;
    value.address.offset = offset;
    value.address.index = index;
    value.address.stride = index ? stride : 0;
    value.has_names =
        region->kind == REGION_OBJECT || (index && index->has_names);
    if (index)
        value.size += index->size;
    return intern(values, &value);
}

const struct value *value_expression(struct values *values, enum op op,
                                     struct type type, const struct value *left,
                                     const struct value *right)
{
    struct value value = { .kind = VALUE_EXPRESSION, .type = type };
    value.expression.op = op;
    value.expression.left = left;
    value.expression.right = right;
    value.size = 1 + left->size + (right ? right->size : 0);
    value.has_names = left->has_names || (right && right->has_names);
    if (value.size > VALUE_SIZE_MAX)
        return NULL;
    return intern(values, &value);
}

bool value_is(const struct value *value, int64_t integer)
{
    return value->kind == VALUE_INT && value->integer == integer;
}

bool value_is_address(const struct value *value)
{
    return value->kind == VALUE_ADDRESS || value->kind == VALUE_FUNCTION;
}

int64_t integer_fit(struct type type, int64_t integer)
{
    if (type.kind != TYPE_INT || type.bits == 0 || type.bits >= 64)
        return integer;
    uint64_t mask = (UINT64_C(1) << type.bits) - 1;
    uint64_t low = (uint64_t)integer & mask;
    if (type.is_signed && (low >> (type.bits - 1)) != 0)
        low |= ~mask;
    return (int64_t)low;
}

enum op op_negate(enum op op)
{
    switch ((int)op) {
    case OP_EQ: return OP_NE;
    case OP_NE: return OP_EQ;
    case OP_LT: return OP_GE;
    case OP_GE: return OP_LT;
    case OP_LE: return OP_GT;
    default: return OP_LE;
    }
}

enum op op_mirror(enum op op)
{
    switch ((int)op) {
    case OP_LT: return OP_GT;
    case OP_GT: return OP_LT;
    case OP_LE: return OP_GE;
    case OP_GE: return OP_LE;
    default: return op;
    }
}

static void print_address(const struct value *value, struct text *out)
{
    const struct region *region = value->address.region;
    switch (region->kind) {
    case REGION_GLOBAL: text_addf(out, "&%s", region->global->spelling); break;
    case REGION_LOCAL: text_addf(out, "&%s", region->variable->name); break;
    case REGION_OBJECT: text_addf(out, "&object%u", region->object); break;
    case REGION_SINGLETON: text_addf(out, "&%s", region->record); break;
    case REGION_LITERAL: text_add(out, "literal"); break;
    }
    if (value->address.offset != 0)
        text_addf(out, "+%lld", (long long)value->address.offset / 8);
    if (value->address.index) {
        text_add(out, "[");
        value_print(value->address.index, out);
        text_add(out, "]");
    }
}

void value_print(const struct value *value, struct text *out)
{
    switch (value->kind) {
    case VALUE_INT: text_addf(out, "%lld", (long long)value->integer); break;
    case VALUE_SYMBOL:
        text_addf(out, "%s%u", value->symbol.protocol ? "other" : "s",
                  value->symbol.number);
        break;
    case VALUE_HANDLE: text_add(out, "handle"); break;
    case VALUE_UNDEFINED: text_add(out, "undefined"); break;
    case VALUE_ADDRESS: print_address(value, out); break;
    case VALUE_FUNCTION:
        text_addf(out, "&%s", value->function->spelling);
        break;
    case VALUE_EXPRESSION:
        text_addf(out, "(%s ", op_text(value->expression.op));
        value_print(value->expression.left, out);
        if (value->expression.right) {
            text_add(out, " ");
            value_print(value->expression.right, out);
        }
        text_add(out, ")");
        break;
    }
}
