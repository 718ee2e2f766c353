/* cxx_class.h - the classes of a C++ file, as lowering sees them.
 *
 * libclang shows what is written, not what is implied: the calls of
 * constructors and destructors that nobody wrote follow from the classes, which
 * `struct cxx_class` describes, with the layout of their objects and their
 * tables of virtual functions.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_CXX_CLASS_H
#define UNLOADCHECK_FRONTEND_CXX_CLASS_H

#include "frontend/cxx.h"
#include "frontend/scope.h"

struct cxx_class;
struct cxx_slot;

/* What a class does where nobody says how. */
enum cxx_implied {
    CXX_CONSTRUCT,
    CXX_DESTROY,
    CXX_COPY,
    CXX_MOVE,
    CXX_ASSIGN,
    CXX_MOVE_ASSIGN,
    CXX_IMPLIED_COUNT
};

/* A direct base. Its part of the object is the field of the same number in the
 * class' record. */
struct cxx_base {
    struct cxx_class *class;
    CXCursor specifier;
    bool is_virtual;
};

struct cxx_class {
    CXType type;
    CXCursor definition;
    struct vec_of(struct cxx_base) bases;
    struct vec_of(CXCursor) methods; /* constructors too */
    struct vec_of(CXCursor) fields;
    CXCursor destructor; /* null: implied */
    bool is_union;
    bool is_lambda;
    bool is_polymorphic;
    bool owns_vptr;         /* none of its bases has one to share */
    bool needs_constructor; /* default initialisation does something */
    bool needs_copy;        /* copying is more than copying memory */
    bool needs_destructor;
    bool hides_constructor; /* there is one, but libclang does not show it */
    bool hides_destructor;
    bool has_slots;
    struct vec_of(struct cxx_slot) slots;
    unsigned weight; /* how many parts it has, with those of its parts */
    struct function *implied[CXX_IMPLIED_COUNT];
    struct map *vtables;      /* by class of the part that has it */
    struct function *invoker; /* what a lambda converts to */
};

/* cxx_class.c */
struct cxx_class *cxx_class_of(struct lowering *lowering, CXType type);
struct cxx_class *cxx_class_of_member(struct lowering *lowering,
                                      CXCursor member);
/* Of an object or an array of them. */
bool cxx_needs_destructor(struct lowering *lowering, CXType type);
/* Written by the user, not deleted. */
bool cxx_is_provided(CXCursor method);
/* Of a lambda; null if it is a template. */
CXCursor cxx_call_operator(struct lowering *lowering,
                           const struct cxx_class *class);
CXCursor cxx_default_constructor(const struct cxx_class *class);
/* The constructor or operator= for that, if the user wrote one. */
enum cxx_implied cxx_copy_kind(CXCursor method);
CXCursor cxx_copy_method(const struct cxx_class *class, enum cxx_implied kind);
/* Whether the declaration has an initialiser of its own. */
CXCursor cxx_field_initializer(struct lowering *lowering, CXCursor field);
bool cxx_same(CXCursor a, CXCursor b);
/* cxx_record.c */
uint32_t cxx_vptr_field(const struct cxx_class *class);
struct record *cxx_record_of(struct lowering *lowering,
                             const struct cxx_class *class);
/* The part of the object that is its base. */
struct value cxx_base_address(struct body *body, struct value address,
                              const struct cxx_class *class, size_t base);
/* From one class to one it derives from, or the other way. False if they are
 * not related. */
bool cxx_convert_address(struct body *body, struct value *address,
                         struct cxx_class *from, struct cxx_class *to);
struct value cxx_convert_pointer(struct body *body, struct value pointer,
                                 CXType from, CXType to);
/* cxx_vtable.c */
struct value cxx_virtual_function(struct body *body, struct value object,
                                  struct cxx_class *class, CXCursor method);
void cxx_store_vptrs(struct body *body, struct value object,
                     struct cxx_class *class);

#endif
