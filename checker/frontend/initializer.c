/* initializer.c - walks an initialiser together with the type it is for.
 *
 * libclang shows initialisers as they are written. A list in braces has an
 * object of its own; an aggregate whose braces were left out takes as many
 * expressions of the list around it as it has parts. A designator moves on to
 * the part it names, and the list goes on behind that part.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/initializer.h"

#include "frontend/cxx.h"

#include <string.h>

/* An array's elements that one range designator may initialise. */
enum { RANGE_LIMIT = 4096 };

struct fields vec_of(CXCursor);

struct walk {
    struct lowering *lowering;
    struct arena *scratch;
    struct initializer_visitor visitor;
};

struct list {
    struct cursors items;
    size_t next;
    bool is_own; /* nothing of it was used yet */
};

/* The designators that are left of an item, `[1].a`, and its expression. */
struct designators {
    CXCursor item;
    CXCursor *items;
    size_t count;
    CXCursor expression;
};

struct field_gathering {
    struct arena *arena;
    struct fields fields;
};

static enum CXVisitorResult gather_field(CXCursor field, CXClientData data)
{
    struct field_gathering *gathering = data;
    CXString name = clang_getCursorSpelling(field);
    bool is_padding =
        clang_Cursor_isBitField(field) && clang_getCString(name)[0] == '\0';
    clang_disposeString(name);
    if (!is_padding)
        vec_push(gathering->arena, &gathering->fields, field);
    return CXVisit_Continue;
}

static struct fields fields_of(struct walk *walk, CXType type)
{
    struct field_gathering gathering = { .arena = walk->scratch };
    clang_Type_visitFields(clang_getCanonicalType(type), gather_field,
                           &gathering);
    return gathering.fields;
}

static bool is_aggregate(CXType type)
{
    return is_array_type(type) || is_record_type(type);
}

static struct part element_part(const struct part *outer, int64_t index)
{
    CXType type =
        clang_getArrayElementType(clang_getCanonicalType(outer->type));
    uint64_t offset = outer->offset + (uint64_t)index * size_in_bits(type);
    return (struct part){ outer, clang_getNullCursor(), index, type, offset };
}

static struct part field_part(struct walk *walk, const struct part *outer,
                              CXCursor field)
{
    struct record *record;
    uint32_t number;
    uint64_t offset = outer->offset;
    if (field_find(walk->lowering, field, &record, &number))
        offset += record->fields[number].offset;
    return (struct part){ outer, field, 0, clang_getCursorType(field), offset };
}

/* Everything designated has the type void and an expression at its end. */
static bool is_designated(CXCursor item)
{
    return clang_getCursorKind(item) == CXCursor_UnexposedExpr &&
           clang_getCursorType(item).kind == CXType_Void &&
           !clang_Cursor_isNull(cursor_child(item, 1));
}

static struct designators designators_of(struct walk *walk, CXCursor item)
{
    struct cursors children = cursor_children(walk->scratch, item);
    return (struct designators){ item, children.items, children.count - 1,
                                 children.items[children.count - 1] };
}

static bool is_braced(CXCursor expression)
{
    return clang_getCursorKind(expression) == CXCursor_InitListExpr;
}

static bool is_string_for(CXCursor expression, CXType type)
{
    CXCursor core = expression_core(expression);
    enum CXTypeKind kind = clang_getCanonicalType(element_type(type)).kind;
    return is_array_type(type) && kind >= CXType_Bool &&
           kind <= CXType_Int128 &&
           clang_getCursorKind(core) == CXCursor_StringLiteral;
}

/* Not part by part, but as the class says. */
static bool is_made(struct walk *walk, CXType type)
{
    return walk->lowering->is_cxx && is_record_type(type) &&
           cxx_is_made(walk->lowering, type);
}

/* Whether the expression is for the whole part, not for its first part. */
static bool fits_whole(struct walk *walk, CXCursor expression, CXType type)
{
    if (!is_aggregate(type) || is_string_for(expression, type) ||
        is_made(walk, type))
        return true;
    return same_type(clang_getCursorType(expression), type);
}

static void walk_members(struct walk *walk, const struct part *part,
                         struct list *list, struct designators *rest);

static void walk_braced(struct walk *walk, const struct part *part,
                        CXCursor expression)
{
    struct list list = { cursor_children(walk->scratch, expression), 0, true };
    if (list.items.count == 1 && is_string_for(list.items.items[0], part->type))
        walk->visitor.visit(walk->visitor.data, part, list.items.items[0]);
    else
        walk_members(walk, part, &list, NULL);
}

/* One part that an expression was given for. */
static void walk_part(struct walk *walk, const struct part *part,
                      CXCursor expression)
{
    if (is_braced(expression) && is_aggregate(part->type) &&
        !is_made(walk, part->type))
        walk_braced(walk, part, expression);
    else
        walk->visitor.visit(walk->visitor.data, part, expression);
}

/* The next item of the list is for this part or for what is in it. */
static void walk_next(struct walk *walk, const struct part *part,
                      struct list *list)
{
    CXCursor item = list->items.items[list->next];
    size_t before = list->next;
    if (!is_braced(item) && !fits_whole(walk, item, part->type))
        walk_members(walk, part, list, NULL);
    if (list->next != before)
        return;
    list->next++;
    walk_part(walk, part, item);
}

static bool is_range_text(struct walk *walk, CXCursor item)
{
    const char *text = source_text(walk->lowering->source, item);
    const char *dots = text ? strstr(text, "...") : NULL;
    const char *bracket = text ? strchr(text, ']') : NULL;
    return dots && bracket && dots < bracket;
}

/* `[a ... b]` looks like `[a][b]` in the tree. */
static bool is_range(struct walk *walk, const struct designators *designators,
                     CXType element)
{
    if (designators->count < 2 ||
        !clang_isExpression(clang_getCursorKind(designators->items[1])))
        return false;
    return !is_array_type(element) || is_range_text(walk, designators->item);
}

/* The part is designated further, or it is what the expression is for. */
static void walk_designated_part(struct walk *walk, const struct part *part,
                                 struct list *list,
                                 struct designators designators)
{
    if (designators.count != 0) {
        walk_members(walk, part, list, &designators);
        return;
    }
    list->next++;
    if (fits_whole(walk, designators.expression, part->type) ||
        is_braced(designators.expression)) {
        walk_part(walk, part, designators.expression);
        return;
    }
    struct list inner = { { &designators.expression, 1 }, 0, false };
    walk_members(walk, part, &inner, NULL);
}

/* Gives the index behind the part. */
static int64_t walk_designated_element(struct walk *walk,
                                       const struct part *part,
                                       struct list *list,
                                       struct designators designators)
{
    int64_t first = 0;
    constant_evaluate(designators.items[0], &first);
    int64_t last = first;
    struct part element = element_part(part, first);
    size_t used = 1;
    if (is_range(walk, &designators, element.type)) {
        constant_evaluate(designators.items[1], &last);
        used = 2;
    }
    designators.items += used;
    designators.count -= used;
    size_t item = list->next;
    for (int64_t i = first; i <= last && i - first < RANGE_LIMIT; i++) {
        list->next = item;
        element = element_part(part, i);
        walk_designated_part(walk, &element, list, designators);
    }
    return last + 1;
}

/* The list is `is_own` if its braces are this array's, so that designators
 * in it are, too. */
static void walk_array(struct walk *walk, const struct part *part,
                       struct list *list, bool is_own, int64_t index)
{
    long long size = clang_getArraySize(clang_getCanonicalType(part->type));
    while (list->next < list->items.count) {
        CXCursor item = list->items.items[list->next];
        if (is_designated(item)) {
            if (!is_own)
                return;
            index = walk_designated_element(walk, part, list,
                                            designators_of(walk, item));
            continue;
        }
        if (size >= 0 && index >= size)
            return;
        struct part element = element_part(part, index++);
        walk_next(walk, &element, list);
    }
}

static size_t field_number(const struct fields *fields, CXCursor field)
{
    size_t number = 0;
    while (number < fields->count &&
           declaration_key(fields->items[number]) != declaration_key(field))
        number++;
    return number;
}

/* Gives the number behind the field. */
static size_t walk_designated_field(struct walk *walk, const struct part *part,
                                    struct list *list,
                                    const struct fields *fields,
                                    struct designators designators)
{
    CXCursor field = clang_getCursorReferenced(designators.items[0]);
    size_t number = field_number(fields, field);
    if (number == fields->count) {
        list->next++;
        return number;
    }
    struct part inner = field_part(walk, part, fields->items[number]);
    designators.items++;
    designators.count--;
    walk_designated_part(walk, &inner, list, designators);
    return number + 1;
}

static void walk_record(struct walk *walk, const struct part *part,
                        struct list *list, bool is_own,
                        const struct fields *fields, size_t number)
{
    bool is_union =
        clang_getCursorKind(clang_getTypeDeclaration(
            clang_getCanonicalType(part->type))) == CXCursor_UnionDecl;
    while (list->next < list->items.count) {
        CXCursor item = list->items.items[list->next];
        if (is_designated(item)) {
            if (!is_own)
                return;
            number = walk_designated_field(walk, part, list, fields,
                                           designators_of(walk, item));
            continue;
        }
        if (number >= fields->count || (is_union && number > 0))
            return;
        struct part field = field_part(walk, part, fields->items[number++]);
        walk_next(walk, &field, list);
    }
}

/* The parts of an aggregate, from the first one or, with `rest`, from the one
 * that it designates. */
static void walk_members(struct walk *walk, const struct part *part,
                         struct list *list, struct designators *rest)
{
    bool is_own = !rest && list->is_own;
    list->is_own = false;
    if (is_array_type(part->type)) {
        int64_t index =
            rest ? walk_designated_element(walk, part, list, *rest) : 0;
        walk_array(walk, part, list, is_own, index);
    } else if (is_record_type(part->type)) {
        struct fields fields = fields_of(walk, part->type);
        size_t number =
            rest ? walk_designated_field(walk, part, list, &fields, *rest) : 0;
        walk_record(walk, part, list, is_own, &fields, number);
    } else {
        list->next++;
    }
}

void initializer_walk(struct lowering *lowering, CXType type,
                      CXCursor initializer, struct initializer_visitor visitor)
{
    struct walk walk = { lowering, lowering->scratch, visitor };
    struct part whole = { NULL, clang_getNullCursor(), 0, type, 0 };
    if (is_braced(initializer) && is_aggregate(type))
        walk_braced(&walk, &whole, initializer);
    else
        walk_part(&walk, &whole, initializer);
}
