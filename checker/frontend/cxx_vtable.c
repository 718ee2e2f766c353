/* cxx_vtable.c - virtual functions.
 *
 * Every polymorphic part of an object begins with a pointer to a table of
 * functions, a constant global of the class that the object is of; constructors
 * and destructors write it. A call loads it, so that the engine finds the
 * function that the object really has.
 *
 * A class shares the table of its first polymorphic base and adds what is new.
 * Its other polymorphic bases have tables of their own, where a function of the
 * class stands as a thunk that moves `this` back to the whole object.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"
#include "support/map.h"
#include "support/strings.h"

enum { POINTER_BITS = 64 };

/* One place in the table: the function that the class has there. */
struct cxx_slot {
    CXCursor method; /* null: an implied destructor */
    bool is_destructor;
};

struct roots vec_of(const void *);

/* The methods that nothing overrides any more, of all that this one does: two
 * methods share a slot if they share one of those. */
static const struct roots *roots_of(struct lowering *lowering, CXCursor method)
{
    const void *key = declaration_key(method);
    struct roots *roots = map_get(lowering->roots, key);
    CXCursor *found = NULL;
    unsigned count = 0;
    if (roots)
        return roots;
    roots = arena_new(lowering->scratch, struct roots);
    map_put(lowering->roots, key, roots);
    clang_getOverriddenCursors(method, &found, &count);
    if (count == 0)
        vec_push(lowering->scratch, roots, key);
    for (unsigned i = 0; i < count; i++) {
        const struct roots *outer = roots_of(lowering, found[i]);
        for (size_t j = 0; j < outer->count; j++)
            vec_push(lowering->scratch, roots, outer->items[j]);
    }
    clang_disposeOverriddenCursors(found);
    return roots;
}

static bool overrides(struct lowering *lowering, CXCursor method,
                      CXCursor other)
{
    const struct roots *a = roots_of(lowering, method);
    const struct roots *b = roots_of(lowering, other);
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++)
            if (a->items[i] == b->items[j])
                return true;
    return false;
}

static bool is_destructor(CXCursor method)
{
    return clang_getCursorKind(method) == CXCursor_Destructor;
}

static bool fits(struct lowering *lowering, const struct cxx_slot *slot,
                 CXCursor method)
{
    if (slot->is_destructor || is_destructor(method))
        return slot->is_destructor && is_destructor(method);
    return overrides(lowering, method, slot->method);
}

/* The first of them whose table the class shares, or NULL. */
static const struct cxx_base *shared_base(const struct cxx_class *class)
{
    vec_each (struct cxx_base, base, &class->bases)
        if (!base->is_virtual && base->class->is_polymorphic)
            return base;
    return NULL;
}

static void add_slot(struct lowering *lowering, struct cxx_class *class,
                     CXCursor method)
{
    bool found = false;
    struct cxx_slot made = { method, is_destructor(method) };
    vec_each (struct cxx_slot, slot, &class->slots) {
        if (!fits(lowering, slot, method))
            continue;
        *slot = made;
        found = true;
    }
    if (!found)
        vec_push(lowering->scratch, &class->slots, made);
}

static void make_slots(struct lowering *lowering, struct cxx_class *class)
{
    if (class->has_slots)
        return;
    class->has_slots = true;
    const struct cxx_base *shared = shared_base(class);
    if (shared) {
        make_slots(lowering, shared->class);
        vec_each (struct cxx_slot, slot, &shared->class->slots)
            vec_push(lowering->scratch, &class->slots, *slot);
    }
    vec_each (CXCursor, method, &class->methods)
        if (clang_CXXMethod_isVirtual(*method))
            add_slot(lowering, class, *method);
}

/* Where the pointer to the table is: in the base that owns it. */
static struct value vptr_address(struct body *body, struct value object,
                                 const struct cxx_class *class)
{
    while (!class->owns_vptr) {
        const struct cxx_base *base = shared_base(class);
        if (!base)
            return object;
        size_t number = (size_t)(base - class->bases.items);
        object = cxx_base_address(body, object, class, number);
        class = base->class;
    }
    struct record *record = cxx_record_of(body->lowering, class);
    uint32_t number = cxx_vptr_field(class);
    uint32_t temp = build_field(body->builder, value_temp(body, object), record,
                                number, (int64_t)record->fields[number].offset);
    return value_of_temp((struct shape){ .type = type_pointer() }, temp);
}

struct value cxx_virtual_function(struct body *body, struct value object,
                                  struct cxx_class *class, CXCursor method)
{
    struct builder *builder = body->builder;
    struct shape shape = { .type = type_pointer() };
    make_slots(body->lowering, class);
    struct value address = vptr_address(body, object, class);
    uint32_t table = build_load(builder, shape.type, value_temp(body, address));
    size_t number = 0;
    while (number < class->slots.count &&
           !fits(body->lowering, &class->slots.items[number], method))
        number++;
    if (number == class->slots.count)
        return value_unknown(body, shape);
    uint32_t at =
        build_field(builder, table, NULL, 0, (int64_t)number * POINTER_BITS);
    return value_of_temp(shape, build_load(builder, shape.type, at));
}

/* The function that the class as a whole has for one of its part. */
static CXCursor final_method(struct lowering *lowering,
                             const struct cxx_class *class, CXCursor method)
{
    vec_each (CXCursor, own, &class->methods)
        if (clang_CXXMethod_isVirtual(*own) &&
            overrides(lowering, *own, method))
            return *own;
    CXCursor found = method;
    vec_each (struct cxx_base, base, &class->bases) {
        CXCursor other = final_method(lowering, base->class, method);
        if (!cxx_same(other, method))
            found = other;
    }
    return found;
}

/* A part of the class that has a table, and where it is. */
struct table_part {
    struct cxx_class *whole;
    struct cxx_class *part;
    int64_t offset; /* in bits */
};

struct thunk {
    struct function *target;
    CXCursor method;
    int64_t offset; /* from the whole to the part, in bits */
};

static void lower_thunk(struct body *body, const void *data)
{
    const struct thunk *thunk = data;
    struct builder *builder = body->builder;
    struct cxx_arguments arguments = { 0 };
    for (size_t i = 0; i < body->parameters.count; i++) {
        struct variable *variable = body->parameters.items[i];
        uint32_t value =
            build_load(builder, variable->type, build_local(builder, variable));
        if (i == 0)
            value = build_field(builder, value, NULL, 0, -thunk->offset);
        vec_push(body->scratch, &arguments, value);
    }
    uint32_t result =
        build_call(builder, thunk->target, arguments.items, arguments.count);
    build_return(builder, result);
}

static struct function *thunk_for(struct lowering *lowering,
                                  struct function *target, CXCursor method,
                                  const struct table_part *table)
{
    struct thunk thunk = { target, method, table->offset };
    struct function *function =
        arena_copy(lowering->arena, target, sizeof(*target));
    function->name = strings_intern(
        lowering->strings,
        arena_format(lowering->scratch, "%s::$thunk-%lld", target->name,
                     (long long)table->offset / 8));
    function->is_internal = true;
    function->variables = NULL;
    function->parameter_count = 0;
    function->variable_count = 0;
    function->temp_count = 0;
    function->blocks = NULL;
    function->block_count = 0;
    function->definition = function;
    vec_push(lowering->arena, &lowering->function_list, function);
    struct waiting waiting = {
        .function = function,
        .definition = method,
        .lower = lower_thunk,
        .data = arena_copy(lowering->scratch, &thunk, sizeof(thunk)),
    };
    vec_push(lowering->scratch, &lowering->waiting, waiting);
    return function;
}

/* NULL: pure, nobody can be called. */
static struct function *slot_function(struct lowering *lowering,
                                      const struct table_part *table,
                                      const struct cxx_slot *slot)
{
    CXCursor method = slot->method;
    struct function *function;
    bool is_own = table->offset == 0;
    if (slot->is_destructor) {
        function = cxx_destructor(lowering, table->whole);
        method = table->whole->destructor;
    } else {
        method = final_method(lowering, table->whole, slot->method);
        if (clang_CXXMethod_isPureVirtual(method))
            return NULL;
        function = function_for(lowering, method);
        is_own |= cxx_same(method, slot->method);
    }
    if (is_own || !function || clang_Cursor_isNull(method))
        return function;
    return thunk_for(lowering, function, method, table);
}

static void fill_table(struct lowering *lowering, struct global *global,
                       const struct table_part *table)
{
    size_t count = table->part->slots.count;
    global->initials = arena_array(lowering->arena, struct initial, count);
    for (size_t i = 0; i < count; i++) {
        struct function *function =
            slot_function(lowering, table, &table->part->slots.items[i]);
        if (!function)
            continue;
        global->initials[global->initial_count++] = (struct initial){
            .offset = i * POINTER_BITS,
            .type = type_pointer(),
            .kind = INITIAL_FUNCTION,
            .function = function,
        };
    }
}

static struct global *make_table(struct lowering *lowering,
                                 const struct table_part *table)
{
    struct global *global = arena_new(lowering->arena, struct global);
    const char *whole = cxx_record_of(lowering, table->whole)->name;
    const char *part = cxx_record_of(lowering, table->part)->name;
    const char *name =
        table->whole == table->part
            ? arena_format(lowering->scratch, "%s::$vtable", whole)
            : arena_format(lowering->scratch, "%s::$vtable for %s", whole,
                           part);
    make_slots(lowering, table->part);
    vec_push(lowering->arena, &lowering->global_list, global);
    global->name = strings_intern(lowering->strings, name);
    global->spelling = global->name;
    global->is_internal = true;
    global->is_constant = true;
    global->is_defined = true;
    global->size = table->part->slots.count * POINTER_BITS;
    global->type =
        (struct type){ .kind = TYPE_AGGREGATE, .bits = (uint32_t)global->size };
    global->place = cursor_place(lowering->source, table->whole->definition);
    global->unit = lowering->unit;
    global->definition = global;
    return global;
}

/* The table is known before it is filled: a function in it may need it. */
static struct global *table_for(struct lowering *lowering,
                                const struct table_part *table)
{
    struct cxx_class *whole = table->whole;
    if (!whole->vtables)
        whole->vtables = map_make(lowering->scratch);
    struct global *global = map_get(whole->vtables, table->part);
    if (global)
        return global;
    global = make_table(lowering, table);
    map_put(whole->vtables, table->part, global);
    fill_table(lowering, global, table);
    return global;
}

static void store_vptr(struct body *body, struct value object,
                       const struct table_part *table)
{
    struct builder *builder = body->builder;
    struct global *global = table_for(body->lowering, table);
    struct value address = vptr_address(body, object, table->part);
    build_store(builder, type_pointer(), value_temp(body, address),
                build_global(builder, global));
}

/* Whether something in it has a table that is not the first one's. */
static bool has_more_tables(const struct cxx_class *class)
{
    const struct cxx_base *shared = shared_base(class);
    vec_each (struct cxx_base, base, &class->bases)
        if (!base->is_virtual && base->class->is_polymorphic &&
            (base != shared || has_more_tables(base->class)))
            return true;
    return false;
}

/* Of the part and of those in it that do not share its table. */
static void store_vptrs(struct body *body, struct value object,
                        struct table_part table, bool is_shared)
{
    struct cxx_class *part = table.part;
    if (!part->is_polymorphic)
        return;
    if (!is_shared)
        store_vptr(body, object, &table);
    if (!has_more_tables(part))
        return;
    const struct cxx_base *shared = shared_base(part);
    struct record *record = cxx_record_of(body->lowering, part);
    for (size_t i = 0; i < part->bases.count; i++) {
        const struct cxx_base *base = &part->bases.items[i];
        if (!base->class->is_polymorphic || base->is_virtual)
            continue;
        struct table_part inner = table;
        inner.part = base->class;
        inner.offset += (int64_t)record->fields[i].offset;
        struct value address = cxx_base_address(body, object, part, i);
        store_vptrs(body, address, inner, base == shared);
    }
}

void cxx_store_vptrs(struct body *body, struct value object,
                     struct cxx_class *class)
{
    struct table_part table = { class, class, 0 };
    store_vptrs(body, object, table, false);
}
