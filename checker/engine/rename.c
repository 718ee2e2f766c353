/* rename.c - rebuilds values bottom up. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/rename.h"

const struct region *rename_region(const struct renaming *renaming,
                                   const struct region *region)
{
    const struct region *renamed = NULL;
    if (region->kind == REGION_OBJECT &&
        region->object < renaming->object_count)
        renamed = renaming->objects[region->object];
    else if (region->kind == REGION_LOCAL &&
             region->variable->number < renaming->local_count)
        renamed = renaming->locals[region->variable->number];
    return renamed ? renamed : region;
}

static const struct value *rename_symbol(const struct renaming *renaming,
                                         const struct value *symbol)
{
    if (renaming->substitution)
        return symbol == renaming->substitution->symbol
                   ? renaming->substitution->value
                   : symbol;
    uint32_t number = symbol->symbol.number;
    if (number < renaming->symbol_count && renaming->symbols[number])
        return renaming->symbols[number];
    return symbol;
}

/* An address whose index became known is one without index. */
static const struct value *rename_address(struct world *world,
                                          const struct renaming *renaming,
                                          const struct value *value)
{
    const struct region *region =
        rename_region(renaming, value->address.region);
    const struct value *index = value->address.index;
    int64_t offset = value->address.offset;
    int64_t stride = value->address.stride;
    if (index)
        index = rename_value(world, renaming, index);
    if (index && index->kind == VALUE_INT) {
        offset += index->integer * stride;
        index = NULL;
    }
    return value_address(world->values, region, offset, index, stride);
}

static const struct value *rename_expression(struct world *world,
                                             const struct renaming *renaming,
                                             const struct value *value)
{
    const struct value *left =
        rename_value(world, renaming, value->expression.left);
    const struct value *right =
        value->expression.right
            ? rename_value(world, renaming, value->expression.right)
            : NULL;
    if (left == value->expression.left && right == value->expression.right)
        return value;
    const struct value *result =
        value->expression.op == OP_CAST
            ? value_cast(world->values, value->type, left)
            : value_operation(world->values, value->expression.op, value->type,
                              left, right);
    return result ? result : value_undefined(world->values);
}

const struct value *rename_value(struct world *world,
                                 const struct renaming *renaming,
                                 const struct value *value)
{
    switch (value->kind) {
    case VALUE_SYMBOL: return rename_symbol(renaming, value);
    case VALUE_ADDRESS:
        if (!value->has_names && renaming->local_count == 0)
            return value;
        return rename_address(world, renaming, value);
    case VALUE_EXPRESSION:
        if (!value->has_names && renaming->local_count == 0)
            return value;
        return rename_expression(world, renaming, value);
    case VALUE_INT:
    case VALUE_HANDLE:
    case VALUE_UNDEFINED:
    case VALUE_FUNCTION: break;
    }
    return value;
}
