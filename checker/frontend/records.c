/* records.c - structures and unions.
 *
 * A record is made when something first needs it, out of its definition if the
 * file has one. Where the layout could not be computed, because a field's type
 * could not be parsed, offsets are made up from the order of the fields, so
 * that they stay distinct and are the same in every unit.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx.h"
#include "support/map.h"
#include "support/strings.h"

#include <assert.h>
#include <string.h>

enum { MADE_UP_FIELD_BITS = 1024 };

struct field_list {
    struct lowering *lowering;
    struct record *record;
    struct vec_of(CXCursor) cursors;
};

/* A record without a tag or typedef is told by where it stands. */
static const char *record_name(struct lowering *lowering, CXCursor cursor)
{
    const char *name = cursor_name(lowering->source, cursor);
    if (name[0] != '\0' && !strchr(name, '('))
        return lowering->is_cxx ? cxx_record_name(lowering, cursor) : name;
    struct place place = cursor_place(lowering->source, cursor);
    return arena_format(lowering->scratch, "(%s:%u:%u)",
                        place.file ? place.file : "", place.line, place.column);
}

static enum CXVisitorResult note_field(CXCursor field, CXClientData data)
{
    struct field_list *list = data;
    vec_push(list->lowering->scratch, &list->cursors, field);
    return CXVisit_Continue;
}

static struct type field_type(struct shape shape, CXCursor cursor)
{
    int width = clang_getFieldDeclBitWidth(cursor);
    if (width >= 0)
        shape.type.bits = (uint32_t)width;
    return shape.type;
}

static struct field field_made(struct lowering *lowering, CXCursor cursor,
                               size_t number)
{
    CXType type = clang_getCursorType(cursor);
    struct shape shape = shape_of(lowering, type);
    long long offset = clang_Cursor_getOffsetOfField(cursor);
    long long count = is_array_type(type) ? clang_getArraySize(type) : 0;
    const char *name = cursor_name(lowering->source, cursor);
    return (struct field){
        .name = cursor_is_unnamed(cursor)
                    ? strings_intern(lowering->strings, "")
                    : name,
        .offset = offset >= 0 ? (uint64_t)offset : number * MADE_UP_FIELD_BITS,
        .type = field_type(shape, cursor),
        .record = shape.record,
        .count = count > 0 ? (uint64_t)count : 0,
    };
}

static void add_fields(struct lowering *lowering, struct record *record,
                       CXCursor definition)
{
    CXType type = clang_getCursorType(definition);
    struct field_list list = { .lowering = lowering, .record = record };
    struct field *hidden = NULL;
    size_t first = 0;
    if (lowering->is_cxx)
        first = cxx_hidden_fields(lowering, definition, &hidden);
    clang_Type_visitFields(type, note_field, &list);
    record->field_count = first + list.cursors.count;
    record->fields =
        arena_array(lowering->arena, struct field, record->field_count);
    for (size_t i = 0; i < first; i++)
        record->fields[i] = hidden[i];
    for (size_t i = 0; i < list.cursors.count; i++) {
        CXCursor cursor = list.cursors.items[i];
        uintptr_t number = first + i + 1;
        map_put(lowering->fields, declaration_key(cursor), (void *)number);
        record->fields[first + i] = field_made(lowering, cursor, first + i);
    }
}

struct record *record_for(struct lowering *lowering, CXCursor declaration)
{
    const void *key = declaration_key(declaration);
    struct record *record = map_get(lowering->records, key);
    if (record)
        return record;
    CXCursor definition = clang_getCursorDefinition(declaration);
    if (clang_Cursor_isNull(definition))
        definition = declaration;
    CXType type = clang_getCursorType(definition);
    record = arena_new(lowering->arena, struct record);
    record->name =
        strings_intern(lowering->strings, record_name(lowering, definition));
    record->definition = record;
    record->is_union = clang_getCursorKind(definition) == CXCursor_UnionDecl;
    record->size = size_in_bits(type);
    map_put(lowering->records, key, record);
    vec_push(lowering->arena, &lowering->record_list, record);
    add_fields(lowering, record, definition);
    return record;
}

bool field_find(struct lowering *lowering, CXCursor field,
                struct record **record, uint32_t *number)
{
    CXCursor parent = clang_getCursorSemanticParent(field);
    if (clang_Cursor_isNull(parent))
        return false;
    *record = record_for(lowering, parent);
    uintptr_t found =
        (uintptr_t)map_get(lowering->fields, declaration_key(field));
    if (found == 0)
        return false;
    *number = (uint32_t)(found - 1);
    assert(*number < (*record)->field_count);
    return true;
}

struct anonymous {
    const void *wanted; /* declaration_key of a structure */
    CXCursor found;     /* the unnamed field of it, or around it */
};

static bool contains(CXType type, const void *wanted);

static enum CXVisitorResult look_inside(CXCursor field, CXClientData data)
{
    struct anonymous *anonymous = data;
    CXType type = clang_getCanonicalType(clang_getCursorType(field));
    if (!cursor_is_unnamed(field) || type.kind != CXType_Record ||
        !contains(type, anonymous->wanted))
        return CXVisit_Continue;
    anonymous->found = field;
    return CXVisit_Break;
}

/* Whether the structure is the wanted one or has it as an unnamed field. */
static bool contains(CXType type, const void *wanted)
{
    struct anonymous anonymous = { wanted, clang_getNullCursor() };
    if (declaration_key(clang_getTypeDeclaration(type)) == wanted)
        return true;
    clang_Type_visitFields(type, look_inside, &anonymous);
    return !clang_Cursor_isNull(anonymous.found);
}

CXCursor field_toward(CXType type, CXCursor field)
{
    struct anonymous anonymous = { declaration_key(
                                       clang_getCursorSemanticParent(field)),
                                   clang_getNullCursor() };
    type = clang_getCanonicalType(type);
    if (type.kind == CXType_Record &&
        declaration_key(clang_getTypeDeclaration(type)) != anonymous.wanted)
        clang_Type_visitFields(type, look_inside, &anonymous);
    return anonymous.found;
}
