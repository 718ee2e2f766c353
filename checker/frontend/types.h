/* types.h - what the IR knows of the types of the language.
 *
 * Records are made when something first needs them and kept for the unit.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_TYPES_H
#define UNLOADCHECK_FRONTEND_TYPES_H

#include "frontend/libclang.h"
#include "ir/type.h"

struct lowering;

/* What the IR knows of a type. The size is in bits, 0: not known. */
struct shape {
    struct type type;
    struct record *record; /* as struct variable's */
    uint64_t size;
    bool is_bool; /* what is stored is 0 or 1 */
};

struct shape shape_of(struct lowering *lowering, CXType type);
struct record *record_for(struct lowering *lowering, CXCursor declaration);
uint64_t size_in_bits(CXType type);
struct type promoted(struct type type);
struct type common_type(struct type a, struct type b);
bool is_array_type(CXType type);
bool is_record_type(CXType type);
bool is_reference_type(CXType type);
/* But for qualifiers and typedefs; no type that is not valid is the same. */
bool same_type(CXType a, CXType b);

/* The association that a _Generic expression chose: the one of the expression's
 * own type. The null cursor when there is none. */
CXCursor generic_chosen(CXCursor expression);
/* Of an array: its element, else the type. */
CXType element_type(CXType type);

/* Where the field is in its record: the record, and its number there. */
bool field_find(struct lowering *lowering, CXCursor field,
                struct record **record, uint32_t *number);
/* The unnamed field of the type that has the field inside; null: none. */
CXCursor field_toward(CXType type, CXCursor field);

#endif
