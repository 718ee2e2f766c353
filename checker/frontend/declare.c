/* declare.c - the functions and globals of a unit.
 *
 * Everything the file itself defines is there, in its order; what it only
 * refers to is added when a reference is lowered. A function with a body waits
 * until its turn comes to be lowered, so that of all the functions in headers
 * only those are that something reaches.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx.h"
#include "support/map.h"
#include "support/strings.h"

#include <string.h>

struct tops vec_of(CXCursor);

static CXCursor defined_or(CXCursor cursor)
{
    CXCursor definition = clang_getCursorDefinition(cursor);
    return clang_Cursor_isNull(definition) ? cursor : definition;
}

static bool is_internal(CXCursor cursor)
{
    enum CXLinkageKind linkage = clang_getCursorLinkage(cursor);
    return linkage == CXLinkage_Internal || linkage == CXLinkage_NoLinkage ||
           linkage == CXLinkage_UniqueExternal;
}

static const char *linker_name(struct lowering *lowering, CXCursor cursor)
{
    return lowering->is_cxx ? cxx_linker_name(lowering, cursor)
                            : cursor_name(lowering->source, cursor);
}

static const char *spelling(struct lowering *lowering, CXCursor cursor)
{
    return lowering->is_cxx ? cxx_spelling(lowering, cursor)
                            : cursor_name(lowering->source, cursor);
}

static const char *printed(struct lowering *lowering, CXCursor cursor)
{
    CXPrintingPolicy policy = clang_getCursorPrintingPolicy(cursor);
    clang_PrintingPolicy_setProperty(policy, CXPrintingPolicy_TerseOutput, 1);
    const char *text = source_string(
        lowering->source, clang_getCursorPrettyPrinted(cursor, policy));
    clang_PrintingPolicy_dispose(policy);
    return text;
}

static bool has_attribute(struct lowering *lowering, CXCursor cursor,
                          const char *word)
{
    struct cursors children = cursor_children(lowering->scratch, cursor);
    for (size_t i = 0; i < children.count; i++) {
        CXCursor child = children.items[i];
        if (clang_isAttribute(clang_getCursorKind(child)) &&
            strcmp(
                source_word(lowering->source, clang_getCursorLocation(child)),
                word) == 0)
            return true;
    }
    return false;
}

static bool is_noreturn(struct lowering *lowering, CXCursor cursor)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(cursor));
    return strstr(type_name(lowering->source, type), "noreturn") ||
           strstr(printed(lowering, cursor), "_Noreturn") ||
           has_attribute(lowering, cursor, "noreturn");
}

static bool is_exported(struct lowering *lowering, CXCursor cursor)
{
    return strstr(printed(lowering, cursor), "dllexport") != NULL;
}

static bool is_system(CXCursor cursor)
{
    CXSourceLocation location = clang_getCursorLocation(cursor);
    CXFile file;
    clang_getExpansionLocation(location, &file, NULL, NULL, NULL);
    return !file || clang_Location_isInSystemHeader(location);
}

/* The name of the typedef that a function is declared by, or NULL. */
static const char *declared_role(struct lowering *lowering, CXCursor cursor)
{
    CXType type = clang_getCursorType(cursor);
    CXCursor named = clang_getTypeDeclaration(type);
    if (type.kind == CXType_FunctionProto ||
        type.kind == CXType_FunctionNoProto ||
        clang_getCursorKind(named) != CXCursor_TypedefDecl)
        return NULL;
    return cursor_name(lowering->source, named);
}

/* Declarations in a preamble are not among those that were noted. */
static const char *role_of(struct lowering *lowering, CXCursor cursor)
{
    const char *role = map_get(lowering->roles, declaration_key(cursor));
    if (!role)
        role = declared_role(lowering, cursor);
    if (!role)
        role = declared_role(lowering, clang_getCanonicalCursor(cursor));
    return role ? strings_intern(lowering->strings, role) : NULL;
}

static void describe_function(struct lowering *lowering,
                              struct function *function, CXCursor cursor,
                              CXCursor definition)
{
    CXType type = clang_getCursorType(definition);
    struct shape shape = shape_of(lowering, clang_getResultType(type));
    function->name = linker_name(lowering, definition);
    function->spelling = spelling(lowering, definition);
    function->role = role_of(lowering, cursor);
    function->is_internal = is_internal(definition) ||
                            (lowering->is_cxx && cxx_is_hidden(definition));
    function->is_inline = clang_Cursor_isFunctionInlined(definition) != 0 ||
                          (lowering->is_cxx && cxx_is_merged(definition));
    function->is_noreturn = is_noreturn(lowering, definition);
    function->is_variadic = clang_isFunctionTypeVariadic(type) != 0;
    function->is_exported = is_exported(lowering, definition);
    function->is_system = is_system(definition);
    function->type = shape.type;
    function->record = shape.record;
    if (shape.type.kind == TYPE_AGGREGATE)
        function->type = type_void();
    function->place = cursor_place(lowering->source, definition);
    function->end = cursor_end(lowering->source, definition);
    function->unit = lowering->unit;
    function->definition = function;
}

static void add_result_parameter(struct body *body)
{
    CXType type = clang_getResultType(clang_getCursorType(body->definition));
    body->returned = shape_of(body->lowering, type);
    if (body->returned.type.kind == TYPE_AGGREGATE)
        body->result = build_parameter(body->builder, NULL, type_pointer(),
                                       body->returned.record);
    if (body->result)
        vec_push(body->scratch, &body->parameters, body->result);
}

/* A reference is one, too; that a typedef hides the pointer changes nothing. */
static void describe_pointer(struct variable *variable, CXType type)
{
    CXType pointee = clang_getPointeeType(clang_getCanonicalType(type));
    variable->is_void_pointer = pointee.kind == CXType_Void;
    variable->is_const_pointer = clang_isConstQualifiedType(pointee) != 0;
}

static void add_parameter(struct body *body, CXType type, const char *name,
                          CXCursor declaration)
{
    struct shape shape = shape_of(body->lowering, type);
    bool is_reference = shape.type.kind == TYPE_AGGREGATE;
    struct type held = is_reference ? type_pointer() : shape.type;
    struct variable *variable =
        build_parameter(body->builder, name, held, shape.record);
    variable->size = is_reference ? held.bits : shape.size;
    if (shape.type.kind == TYPE_POINTER)
        describe_pointer(variable, type);
    vec_push(body->scratch, &body->parameters, variable);
    is_reference |= is_reference_type(type);
    if (!clang_Cursor_isNull(declaration))
        map_put(is_reference ? body->references : body->variables,
                declaration_key(declaration), variable);
}

/* A function type's name declares parameters that have no cursor. */
void function_add_parameters(struct body *body)
{
    struct lowering *lowering = body->lowering;
    CXCursor definition = body->definition;
    CXType type = clang_getCanonicalType(clang_getCursorType(definition));
    body->returned = (struct shape){ .type = type_void() };
    if (!cxx_is_function(clang_getCursorKind(definition)))
        return;
    int declared = clang_Cursor_getNumArguments(definition);
    int count = clang_getNumArgTypes(type);
    for (int i = 0; i < count || i < declared; i++) {
        CXCursor argument = clang_getNullCursor();
        const char *name = "";
        if (i < declared) {
            argument = clang_Cursor_getArgument(definition, (unsigned)i);
            body->builder->place = cursor_place(lowering->source, argument);
            name = cursor_name(lowering->source, argument);
        }
        CXType held = i < declared ? clang_getCursorType(argument)
                                   : clang_getArgType(type, (unsigned)i);
        add_parameter(body, held, name[0] != '\0' ? name : NULL, argument);
    }
    add_result_parameter(body);
}

static void declare_only(struct lowering *lowering, struct function *function,
                         CXCursor cursor)
{
    struct arena *scratch = arena_open();
    struct body body = { .lowering = lowering, .scratch = scratch };
    body.definition = cursor;
    body.function = function;
    body.variables = map_make(scratch);
    body.references = map_make(scratch);
    body.builder = build_start(scratch, lowering->unit, function);
    body.builder->place = function->place;
    if (lowering->is_cxx)
        cxx_add_self(&body);
    function_add_parameters(&body);
    build_declare(body.builder);
    arena_close(scratch);
}

struct function *function_for(struct lowering *lowering, CXCursor reference)
{
    const void *key = declaration_key(reference);
    struct function *function = map_get(lowering->functions, key);
    if (function)
        return function;
    CXCursor definition = clang_getCursorDefinition(reference);
    function = arena_new(lowering->arena, struct function);
    map_put(lowering->functions, key, function);
    vec_push(lowering->arena, &lowering->function_list, function);
    describe_function(lowering, function, reference, defined_or(reference));
    if (clang_Cursor_isNull(definition) && cxx_has_implied_body(reference))
        definition = reference;
    if (clang_Cursor_isNull(definition)) {
        declare_only(lowering, function, reference);
    } else {
        struct waiting waiting = { .function = function,
                                   .definition = definition };
        vec_push(lowering->scratch, &lowering->waiting, waiting);
    }
    return function;
}

/* One for all units: by `inline`, which the parser does not tell, or what it
 * belongs to is. What a header defines cannot be otherwise. */
static bool is_inline_variable(struct lowering *lowering, CXCursor cursor)
{
    const char *text = source_text(lowering->source, cursor);
    CXCursor parent = clang_getCursorSemanticParent(cursor);
    return (text &&
            (strncmp(text, "inline ", 7) == 0 || strstr(text, " inline "))) ||
           !clang_Location_isFromMainFile(clang_getCursorLocation(cursor)) ||
           cxx_is_merged(parent);
}

static void describe_global(struct lowering *lowering, struct global *global,
                            CXCursor cursor)
{
    CXType type = clang_getCursorType(cursor);
    struct shape shape = shape_of(lowering, type);
    global->name = linker_name(lowering, cursor);
    global->spelling = spelling(lowering, cursor);
    global->is_internal = is_internal(cursor);
    global->is_constant = clang_isConstQualifiedType(element_type(type)) != 0;
    global->is_inline =
        strstr(printed(lowering, cursor), "selectany") != NULL ||
        (lowering->is_cxx && is_inline_variable(lowering, cursor));
    global->type =
        shape.type.kind == TYPE_VOID ? type_int(8, false) : shape.type;
    global->record = shape.record;
    global->size = shape.size;
    global->place = cursor_place(lowering->source, cursor);
    global->unit = lowering->unit;
    global->definition = global;
}

static struct global *global_add(struct lowering *lowering, CXCursor cursor)
{
    struct global *global = arena_new(lowering->arena, struct global);
    vec_push(lowering->arena, &lowering->global_list, global);
    describe_global(lowering, global, cursor);
    return global;
}

static void define_global(struct lowering *lowering, struct global *global,
                          CXCursor cursor)
{
    CXCursor initializer = clang_Cursor_getVarDeclInitializer(cursor);
    global->is_defined = true;
    if (lowering->is_cxx)
        cxx_define_global(lowering, global, cursor);
    else if (!clang_Cursor_isNull(initializer))
        lower_initials(lowering, global, clang_getCursorType(cursor),
                       initializer);
}

/* A static member that is defined elsewhere. */
static bool is_only_declared_in_class(CXCursor reference)
{
    CXCursor parent = clang_getCursorSemanticParent(reference);
    enum CXCursorKind kind = clang_getCursorKind(parent);
    return (kind == CXCursor_ClassDecl || kind == CXCursor_StructDecl) &&
           clang_Cursor_isNull(clang_Cursor_getVarDeclInitializer(reference));
}

/* The declaration that defines it: with an initialiser, or not `extern`. */
static CXCursor global_definition(CXCursor reference)
{
    CXCursor definition = clang_getCursorDefinition(reference);
    if (!clang_Cursor_isNull(definition))
        return definition;
    if (clang_Cursor_getStorageClass(reference) == CX_SC_Extern ||
        is_only_declared_in_class(reference))
        return clang_getNullCursor();
    return reference;
}

struct global *global_for(struct lowering *lowering, CXCursor reference)
{
    const void *key = declaration_key(reference);
    struct global *global = map_get(lowering->globals, key);
    CXCursor definition = global_definition(reference);
    if (!global) {
        CXCursor shown =
            clang_Cursor_isNull(definition) ? reference : definition;
        global = global_add(lowering, shown);
        map_put(lowering->globals, key, global);
    }
    if (!global->is_defined && !clang_Cursor_isNull(definition))
        define_global(lowering, global, definition);
    return global;
}

struct global *global_in_function(struct lowering *lowering,
                                  struct function *function, CXCursor cursor)
{
    const void *key = declaration_key(cursor);
    struct global *global = map_get(lowering->globals, key);
    if (global)
        return global;
    global = global_add(lowering, cursor);
    map_put(lowering->globals, key, global);
    global->is_internal = true;
    global->name = strings_intern(
        lowering->strings, arena_format(lowering->scratch, "%s::%s",
                                        function->name, global->spelling));
    define_global(lowering, global, cursor);
    return global;
}

struct global *global_made_up(struct lowering *lowering, const char *name,
                              CXType type, CXCursor at)
{
    struct global *global = arena_new(lowering->arena, struct global);
    struct shape shape = shape_of(lowering, type);
    size_t number = lowering->global_list.count;
    vec_push(lowering->arena, &lowering->global_list, global);
    global->name =
        strings_intern(lowering->strings,
                       arena_format(lowering->scratch, "$%s%zu", name, number));
    global->spelling = global->name;
    global->is_internal = true;
    global->is_defined = true;
    global->type = shape.type;
    global->record = shape.record;
    global->size = shape.size;
    global->place = cursor_place(lowering->source, at);
    global->unit = lowering->unit;
    global->definition = global;
    return global;
}

static void note_role(struct lowering *lowering, CXCursor cursor)
{
    const char *role = declared_role(lowering, cursor);
    if (role)
        map_put(lowering->roles, declaration_key(cursor),
                arena_strdup(lowering->arena, role));
}

/* What a system header defines is not the driver's, unless it is used. */
static bool is_own(CXCursor cursor)
{
    return !clang_Location_isInSystemHeader(clang_getCursorLocation(cursor));
}

static bool is_main_file(CXCursor cursor)
{
    return clang_Location_isFromMainFile(clang_getCursorLocation(cursor)) != 0;
}

/* In the file itself all of them; in its headers those that another unit may
 * refer to. */
static bool is_wanted(CXCursor cursor)
{
    if (!is_own(cursor))
        return false;
    return is_main_file(cursor) ||
           (!is_internal(cursor) && !clang_Cursor_isFunctionInlined(cursor));
}

static void declare_top(struct lowering *lowering, CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (cxx_is_function(kind) && clang_isCursorDefinition(cursor) &&
        is_wanted(cursor))
        function_for(lowering, cursor);
    if (kind == CXCursor_VarDecl && is_wanted(cursor) &&
        clang_Cursor_getStorageClass(cursor) != CX_SC_Extern &&
        !is_only_declared_in_class(cursor))
        global_for(lowering, cursor);
}

/* With what is inside of namespaces and classes, in the order of the file. */
static void gather_top(struct lowering *lowering, CXCursor scope,
                       struct tops *tops)
{
    struct cursors children = cursor_children(lowering->scratch, scope);
    for (size_t i = 0; i < children.count; i++) {
        CXCursor child = children.items[i];
        vec_push(lowering->scratch, tops, child);
        if (lowering->is_cxx && cxx_is_scope(clang_getCursorKind(child)))
            gather_top(lowering, child, tops);
    }
}

void declare_all(struct lowering *lowering)
{
    struct tops tops = { 0 };
    gather_top(lowering,
               clang_getTranslationUnitCursor(source_unit(lowering->source)),
               &tops);
    vec_each (CXCursor, cursor, &tops) {
        if (!cxx_is_function(clang_getCursorKind(*cursor)))
            continue;
        note_role(lowering, *cursor);
        if (lowering->is_cxx)
            cxx_note_allocator(lowering, *cursor);
    }
    vec_each (CXCursor, cursor, &tops)
        declare_top(lowering, *cursor);
}
