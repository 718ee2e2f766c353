/* types.c - a type of the language as the IR sees it.
 *
 * The IR knows integers, pointers, floating numbers and memory. What a type
 * becomes is asked for at every expression, so the answers are kept by type.
 * A type that could not be parsed counts as an integer of unknown size.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/lower.h"
#include "support/map.h"

static bool is_signed_kind(enum CXTypeKind kind)
{
    return kind == CXType_Char_S ||
           (kind >= CXType_SChar && kind <= CXType_Int128);
}

static bool is_integer_kind(enum CXTypeKind kind)
{
    return kind >= CXType_Bool && kind <= CXType_Int128;
}

static bool is_float_kind(enum CXTypeKind kind)
{
    return (kind >= CXType_Float && kind <= CXType_LongDouble) ||
           kind == CXType_Float128 || kind == CXType_Half ||
           kind == CXType_Float16 || kind == CXType_BFloat16;
}

static bool is_pointer_kind(enum CXTypeKind kind)
{
    return kind == CXType_Pointer || kind == CXType_BlockPointer ||
           kind == CXType_LValueReference || kind == CXType_RValueReference ||
           kind == CXType_NullPtr || kind == CXType_MemberPointer ||
           kind == CXType_FunctionProto || kind == CXType_FunctionNoProto;
}

bool is_array_type(CXType type)
{
    enum CXTypeKind kind = clang_getCanonicalType(type).kind;
    return kind == CXType_ConstantArray || kind == CXType_IncompleteArray ||
           kind == CXType_VariableArray || kind == CXType_DependentSizedArray;
}

bool is_record_type(CXType type)
{
    return clang_getCanonicalType(type).kind == CXType_Record;
}

bool is_reference_type(CXType type)
{
    enum CXTypeKind kind = clang_getCanonicalType(type).kind;
    return kind == CXType_LValueReference || kind == CXType_RValueReference;
}

bool same_type(CXType a, CXType b)
{
    a = clang_getCanonicalType(a);
    b = clang_getCanonicalType(b);
    return a.kind != CXType_Invalid && b.kind != CXType_Invalid &&
           clang_equalTypes(clang_getUnqualifiedType(a),
                            clang_getUnqualifiedType(b));
}

/* The first child is only looked at for its type. */
CXCursor generic_chosen(CXCursor expression)
{
    CXType wanted = clang_getCanonicalType(clang_getCursorType(expression));
    for (size_t i = 1;; i++) {
        CXCursor child = cursor_child(expression, i);
        CXType type = clang_getCanonicalType(clang_getCursorType(child));
        if (clang_Cursor_isNull(child))
            return child;
        if (clang_isExpression(clang_getCursorKind(child)) &&
            same_type(type, wanted))
            return child;
    }
}

static bool is_memory_kind(enum CXTypeKind kind)
{
    return kind == CXType_Record || kind == CXType_Vector ||
           kind == CXType_Complex || kind == CXType_ExtVector;
}

CXType element_type(CXType type)
{
    type = clang_getCanonicalType(type);
    while (is_array_type(type))
        type = clang_getCanonicalType(clang_getArrayElementType(type));
    return type;
}

/* What stands for an overload or a bound method has no size, and libclang does
 * not survive the question. */
static bool has_size(CXType type)
{
    type = clang_getCanonicalType(type);
    if (type.kind == CXType_Invalid || type.kind == CXType_Overload)
        return false;
    if (type.kind != CXType_Unexposed)
        return true;
    CXString name = clang_getTypeSpelling(type);
    bool is_placeholder = clang_getCString(name)[0] == '<';
    clang_disposeString(name);
    return !is_placeholder;
}

uint64_t size_in_bits(CXType type)
{
    long long size = has_size(type) ? clang_Type_getSizeOf(type) : 0;
    return size > 0 ? (uint64_t)size * 8 : 0;
}

static uint32_t type_bits(uint64_t size)
{
    return size <= UINT32_MAX ? (uint32_t)size : 0;
}

/* The IR's integers end at 64 bits. */
static struct type type_made(CXType type, uint64_t size)
{
    enum CXTypeKind kind = type.kind;
    struct type made = { .kind = TYPE_INT, .bits = type_bits(size) };
    if (is_integer_kind(kind) && made.bits > 64)
        made.bits = 64;
    if (kind == CXType_Void)
        return type_void();
    if (is_pointer_kind(kind))
        return type_pointer();
    if (is_memory_kind(kind) || is_array_type(type))
        made.kind = TYPE_AGGREGATE;
    else if (is_float_kind(kind))
        made.kind = TYPE_FLOAT;
    else
        made.is_signed = is_signed_kind(kind);
    return made;
}

/* What the shape names: the record itself, pointed to, or the elements'. */
static struct record *record_named(struct lowering *lowering, CXType type)
{
    if (is_pointer_kind(type.kind))
        type = clang_getCanonicalType(clang_getPointeeType(type));
    else
        type = element_type(type);
    if (type.kind != CXType_Record)
        return NULL;
    return record_for(lowering, clang_getTypeDeclaration(type));
}

static CXType integer_of_enum(CXType type)
{
    CXCursor declaration = clang_getTypeDeclaration(type);
    CXType integer =
        clang_getCanonicalType(clang_getEnumDeclIntegerType(declaration));
    return is_integer_kind(integer.kind) ? integer : type;
}

static CXType plain_type(CXType type)
{
    type = clang_getCanonicalType(type);
    if (type.kind == CXType_Atomic)
        type = clang_getCanonicalType(clang_Type_getValueType(type));
    return type.kind == CXType_Enum ? integer_of_enum(type) : type;
}

struct shape shape_of(struct lowering *lowering, CXType type)
{
    const struct shape *known = map_get(lowering->shapes, type.data[0]);
    if (known)
        return *known;
    CXType plain = plain_type(type);
    struct shape *shape = arena_new(lowering->scratch, struct shape);
    shape->type = type_made(plain, size_in_bits(plain));
    shape->size =
        is_pointer_kind(plain.kind) ? shape->type.bits : size_in_bits(plain);
    bool is_unknown = plain.kind == CXType_Dependent;
    if (is_unknown) { /* whatever it is, it has room there */
        shape->type = type_int(64, false);
        shape->size = shape->type.bits;
    }
    shape->is_bool = plain.kind == CXType_Bool;
    shape->record = record_named(lowering, plain);
    if (type.data[0])
        map_put(lowering->shapes, type.data[0], shape);
    return *shape;
}

struct type promoted(struct type type)
{
    if (type.kind == TYPE_INT && type.bits < 32 && type.bits != 0)
        return type_int(32, true);
    return type;
}

/* The usual arithmetic conversions. */
struct type common_type(struct type a, struct type b)
{
    a = promoted(a);
    b = promoted(b);
    if (a.kind == TYPE_FLOAT || b.kind == TYPE_FLOAT) {
        if (a.kind != b.kind)
            return a.kind == TYPE_FLOAT ? a : b;
        return a.bits >= b.bits ? a : b;
    }
    if (a.kind != TYPE_INT || b.kind != TYPE_INT)
        return a.kind == TYPE_INT ? b : a;
    if (a.bits != b.bits)
        return a.bits > b.bits ? a : b;
    return a.is_signed ? b : a;
}
