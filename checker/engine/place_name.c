/* place_name.c - places of memory in the driver's own words. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine_priv.h"
#include "support/text.h"

#include <inttypes.h>

/* What is named: `whole` is the record that stands there, or NULL. */
struct naming {
    struct text text;
    const struct record *whole;
};

static const struct record *definition_of(const struct record *record)
{
    while (record && record->definition && record->definition != record)
        record = record->definition;
    return record;
}

/* The innermost named field at `offset` bits, or the one that is `whole`. */
static void add_fields(struct naming *naming, const struct record *record,
                       int64_t offset, const char *joint)
{
    struct text *text = &naming->text;
    record = definition_of(record);
    if (record && record == naming->whole && offset == 0)
        return;
    for (size_t i = record ? record->field_count : 0; i-- > 0;) {
        const struct field *field = &record->fields[i];
        if ((int64_t)field->offset > offset)
            continue;
        int64_t inside = offset - (int64_t)field->offset;
        if (field->name[0] != '\0') {
            text_addf(text, "%s%s", joint, field->name);
            joint = ".";
        }
        if (field->count > 0) {
            int64_t size = field->record && field->type.kind == TYPE_AGGREGATE
                               ? (int64_t)field->record->size
                               : (int64_t)field->type.bits;
            if (size > 0) {
                text_addf(text, "[%" PRId64 "]", inside / size);
                inside %= size;
            }
        }
        if (field->type.kind == TYPE_AGGREGATE)
            add_fields(naming, field->record, inside, joint);
        return;
    }
}

static void add_element(struct naming *naming, struct type type,
                        const struct record *record, uint64_t size,
                        const struct value *address)
{
    struct text *text = &naming->text;
    int64_t offset = address->address.offset;
    int64_t unit =
        record && type.kind == TYPE_AGGREGATE ? (int64_t)record->size : 64;
    if (address->address.index) {
        text_add(text, "[...]");
        return;
    }
    if (unit > 0 && (int64_t)size > unit) {
        text_addf(text, "[%" PRId64 "]", offset / unit);
        offset %= unit;
    }
    if (type.kind == TYPE_AGGREGATE)
        add_fields(naming, record, offset, ".");
}

static const char *without_underscores(const char *name)
{
    while (*name == '_')
        name++;
    return name;
}

static void add_object(struct naming *naming, const struct object *object,
                       const struct value *address)
{
    struct text *text = &naming->text;
    if (object->variable) {
        const struct variable *variable = object->variable;
        text_add(text, variable->name);
        add_element(naming, variable->type, variable->record, variable->size,
                    address);
    } else if (object->record) {
        text_add(text, without_underscores(object->record->name));
        add_fields(naming, object->record, address->address.offset, "->");
    } else {
        text_add(text, "allocated memory");
    }
}

const char *place_name(struct engine *engine, const struct state *state,
                       const struct value *address, const struct record *whole)
{
    struct naming naming = { text_make(engine->arena), definition_of(whole) };
    if (!address || address->kind != VALUE_ADDRESS)
        return "the handle";
    const struct region *region = address->address.region;
    switch (region->kind) {
    case REGION_GLOBAL:
        text_add(&naming.text, region->global->spelling);
        add_element(&naming, region->global->type, region->global->record,
                    region->global->size, address);
        break;
    case REGION_LOCAL:
        text_add(&naming.text, region->variable->name);
        add_element(&naming, region->variable->type, region->variable->record,
                    region->variable->size, address);
        break;
    case REGION_OBJECT:
        add_object(&naming, &state->objects[region->object], address);
        break;
    case REGION_SINGLETON: text_add(&naming.text, region->record); break;
    case REGION_LITERAL: text_add(&naming.text, "a string"); break;
    }
    return text_str(&naming.text);
}
