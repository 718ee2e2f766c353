/* cxx_class.c - what follows from the definition of a class.
 *
 * Newer versions of libclang list the methods and bases of any class; older
 * ones show only what is written, so that the members of a template's
 * instantiation are known where something refers to them.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"
#include "frontend/libclang.h"
#include "support/map.h"

#include <string.h>

struct members {
    struct lowering *lowering;
    struct cxx_class *class;
};

bool cxx_same(CXCursor a, CXCursor b)
{
    return declaration_key(a) == declaration_key(b);
}

bool cxx_is_provided(CXCursor method)
{
    return !clang_Cursor_isNull(method) &&
           !clang_CXXMethod_isDefaulted(method) &&
           !clang_CXXMethod_isDeleted(method);
}

static enum CXVisitorResult add_field(CXCursor field, CXClientData data)
{
    struct members *members = data;
    vec_push(members->lowering->scratch, &members->class->fields, field);
    return CXVisit_Continue;
}

static enum CXVisitorResult add_method(CXCursor method, CXClientData data)
{
    struct members *members = data;
    if (clang_getCursorKind(method) == CXCursor_Destructor)
        members->class->destructor = method;
    vec_push(members->lowering->scratch, &members->class->methods, method);
    return CXVisit_Continue;
}

static enum CXVisitorResult add_base(CXCursor specifier, CXClientData data)
{
    struct members *members = data;
    struct cxx_base base = { .specifier = specifier };
    base.class =
        cxx_class_of(members->lowering, clang_getCursorType(specifier));
    base.is_virtual = clang_isVirtualBase(specifier) != 0;
    if (base.class)
        vec_push(members->lowering->scratch, &members->class->bases, base);
    return CXVisit_Continue;
}

static enum CXChildVisitResult add_child(CXCursor child, CXCursor parent,
                                         CXClientData data)
{
    enum CXCursorKind kind = clang_getCursorKind(child);
    (void)parent;
    if (kind == CXCursor_CXXBaseSpecifier)
        add_base(child, data);
    else if (kind != CXCursor_FunctionDecl && cxx_is_function(kind))
        add_method(child, data);
    return CXChildVisit_Continue;
}

/* What a template's instantiation has and does not show. */
static enum CXChildVisitResult note_hidden(CXCursor child, CXCursor parent,
                                           CXClientData data)
{
    struct cxx_class *class = data;
    enum CXCursorKind kind = clang_getCursorKind(child);
    (void)parent;
    class->hides_destructor |= kind == CXCursor_Destructor;
    class->hides_constructor |= kind == CXCursor_Constructor;
    return CXChildVisit_Continue;
}

static void gather_visible(struct members *members)
{
    struct cxx_class *class = members->class;
    CXCursor template = clang_getSpecializedCursorTemplate(class->definition);
    clang_visitChildren(class->definition, add_child, members);
    if (!clang_Cursor_isNull(template) && class->methods.count == 0)
        clang_visitChildren(template, note_hidden, class);
    class->needs_destructor = class->hides_destructor;
    class->needs_constructor = class->hides_constructor;
    class->needs_copy = class->hides_constructor;
}

static void gather(struct members *members)
{
#ifdef LIBCLANG_SHOWS_METHODS
    if (libclang_shows_methods()) {
        CXType type = members->class->type;
        clang_visitCXXBaseClasses(type, add_base, members);
        clang_visitCXXMethods(type, add_method, members);
        return;
    }
#endif
    gather_visible(members);
}

bool cxx_needs_destructor(struct lowering *lowering, CXType type)
{
    struct cxx_class *class = cxx_class_of(lowering, element_type(type));
    return class && class->needs_destructor;
}

static bool has_method(const struct cxx_class *class,
                       unsigned (*is_kind)(CXCursor method))
{
    for (size_t i = 0; i < class->methods.count; i++)
        if (is_kind(class->methods.items[i]) &&
            cxx_is_provided(class->methods.items[i]))
            return true;
    return false;
}

/* An array is done one by one as long as it is short. */
static unsigned part_count(CXType type)
{
    enum { MOST = 4 };
    long long count = is_array_type(type) ? clang_getArraySize(type) : 1;
    return count < 1 || count > MOST ? MOST : (unsigned)count;
}

static void add_weight(struct cxx_class *class, unsigned weight)
{
    enum { HEAVY = 1000 };
    class->weight += weight;
    if (class->weight > HEAVY)
        class->weight = HEAVY;
}

static void inherit(struct cxx_class *class, const struct cxx_class *part,
                    bool is_base)
{
    class->needs_constructor |= part->needs_constructor;
    class->needs_copy |= part->needs_copy;
    class->needs_destructor |= part->needs_destructor;
    class->is_polymorphic |= is_base && part->is_polymorphic;
}

static void describe_parts(struct lowering *lowering, struct cxx_class *class)
{
    bool shares_vptr = false;
    add_weight(class, 1);
    vec_each (struct cxx_base, base, &class->bases) {
        inherit(class, base->class, true);
        add_weight(class, base->class->weight);
        shares_vptr |= !base->is_virtual && base->class->is_polymorphic;
    }
    vec_each (CXCursor, field, &class->fields) {
        CXType type = element_type(clang_getCursorType(*field));
        struct cxx_class *part = cxx_class_of(lowering, type);
        if (part && !class->is_union)
            inherit(class, part, false);
        add_weight(class, (part ? part->weight : 1) *
                              part_count(clang_getCursorType(*field)));
        if (!clang_Cursor_isNull(cxx_field_initializer(lowering, *field)))
            class->needs_constructor = true;
    }
    vec_each (CXCursor, method, &class->methods)
        if (clang_CXXMethod_isVirtual(*method))
            class->is_polymorphic = true;
    class->owns_vptr = class->is_polymorphic && !shares_vptr;
}

static void describe(struct lowering *lowering, struct cxx_class *class)
{
    describe_parts(lowering, class);
    if (class->is_polymorphic ||
        has_method(class, clang_CXXConstructor_isDefaultConstructor))
        class->needs_constructor = true;
    if (has_method(class, clang_CXXConstructor_isCopyConstructor) ||
        has_method(class, clang_CXXConstructor_isMoveConstructor) ||
        has_method(class, clang_CXXMethod_isCopyAssignmentOperator) ||
        has_method(class, clang_CXXMethod_isMoveAssignmentOperator))
        class->needs_copy = true;
    if (cxx_is_provided(class->destructor))
        class->needs_destructor = true;
}

struct cxx_class *cxx_class_of(struct lowering *lowering, CXType type)
{
    type = clang_getCanonicalType(type);
    if (type.kind != CXType_Record)
        return NULL;
    CXCursor declaration = clang_getTypeDeclaration(type);
    const void *key = declaration_key(declaration);
    struct cxx_class *class = map_get(lowering->classes, key);
    if (class)
        return class;
    class = arena_new(lowering->scratch, struct cxx_class);
    map_put(lowering->classes, key, class);
    CXCursor definition = clang_getCursorDefinition(declaration);
    class->definition =
        clang_Cursor_isNull(definition) ? declaration : definition;
    class->type = clang_getUnqualifiedType(type);
    class->destructor = clang_getNullCursor();
    class->is_union =
        clang_getCursorKind(class->definition) == CXCursor_UnionDecl;
    class->is_lambda =
        strncmp(cursor_name(lowering->source, declaration), "(lambda", 7) == 0;
    struct members members = { lowering, class };
    gather(&members);
    clang_Type_visitFields(type, add_field, &members);
    describe(lowering, class);
    return class;
}

struct cxx_class *cxx_class_of_member(struct lowering *lowering,
                                      CXCursor member)
{
    CXCursor parent = clang_getCursorSemanticParent(member);
    return cxx_class_of(lowering, clang_getCursorType(parent));
}

CXCursor cxx_call_operator(struct lowering *lowering,
                           const struct cxx_class *class)
{
    for (size_t i = 0; i < class->methods.count; i++)
        if (strcmp(cursor_name(lowering->source, class->methods.items[i]),
                   "operator()") == 0)
            return class->methods.items[i];
    return clang_getNullCursor();
}

CXCursor cxx_default_constructor(const struct cxx_class *class)
{
    for (size_t i = 0; i < class->methods.count; i++) {
        CXCursor method = class->methods.items[i];
        if (clang_CXXConstructor_isDefaultConstructor(method) &&
            cxx_is_provided(method))
            return method;
    }
    return clang_getNullCursor();
}

/* CXX_CONSTRUCT for what copies nothing. */
enum cxx_implied cxx_copy_kind(CXCursor method)
{
    if (clang_CXXConstructor_isCopyConstructor(method))
        return CXX_COPY;
    if (clang_CXXConstructor_isMoveConstructor(method))
        return CXX_MOVE;
    if (clang_CXXMethod_isCopyAssignmentOperator(method))
        return CXX_ASSIGN;
    if (clang_CXXMethod_isMoveAssignmentOperator(method))
        return CXX_MOVE_ASSIGN;
    return CXX_CONSTRUCT;
}

CXCursor cxx_copy_method(const struct cxx_class *class, enum cxx_implied kind)
{
    for (size_t i = 0; i < class->methods.count; i++) {
        CXCursor method = class->methods.items[i];
        if (cxx_copy_kind(method) == kind && cxx_is_provided(method))
            return method;
    }
    if (kind == CXX_MOVE)
        return cxx_copy_method(class, CXX_COPY);
    if (kind == CXX_MOVE_ASSIGN)
        return cxx_copy_method(class, CXX_ASSIGN);
    return clang_getNullCursor();
}

/* An array's size is an expression, too; the declaration as it is printed says
 * whether there is an initialiser. */
CXCursor cxx_field_initializer(struct lowering *lowering, CXCursor field)
{
    CXCursor last = cursor_last_child(field);
    if (clang_Cursor_isNull(last) ||
        !clang_isExpression(clang_getCursorKind(last)))
        return clang_getNullCursor();
    CXPrintingPolicy policy = clang_getCursorPrintingPolicy(field);
    const char *text = source_string(
        lowering->source, clang_getCursorPrettyPrinted(field, policy));
    clang_PrintingPolicy_dispose(policy);
    return strpbrk(text, "={") ? last : clang_getNullCursor();
}
