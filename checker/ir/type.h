/* type.h - the few types the analyzer tells apart.
 *
 * A value is an integer, a pointer, a floating number or nothing; everything
 * else (structures, unions, arrays) lives in memory and is only ever handled
 * by address. A record keeps the names of its fields, so that a place in
 * memory can be told in the driver's own words.
 *
 * Offsets are in bits from the start of the object, so that a bit-field is a
 * place like any other.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_TYPE_H
#define UNLOADCHECK_IR_TYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum type_kind {
    TYPE_VOID,
    TYPE_INT,
    TYPE_POINTER,
    TYPE_FLOAT,
    TYPE_AGGREGATE /* only as a variable's or a field's type */
};

/* Compared member by member; `bits` is 0 for void and for a type whose size
 * is not known (an incomplete or unparsable one). */
struct type {
    enum type_kind kind;
    bool is_signed;
    uint32_t bits;
};

struct record;

struct field {
    const char *name; /* "" for an anonymous one */
    uint64_t offset;  /* in bits */
    struct type type;
    /* The record that the field is (aggregate), points to (pointer) or is an
     * array of; NULL when it is none of these. */
    struct record *record;
    uint64_t count; /* elements, when it is an array; else 0 */
};

/* A structure, union or class. `fields` stand in order of declaration; base
 * classes come first as fields named after the class. When the layout is not
 * known (a field's type could not be parsed), `size` is 0 and the offsets are
 * made up, distinct, and the same in every unit. */
struct record {
    const char *name; /* tag or class, qualified; a typedef's name when the
                         record has no tag */
    uint64_t size;    /* in bits */
    bool is_union;
    struct field *fields;
    size_t field_count;
    struct record *definition; /* after linking: the one that stands for all
                                  of the same name and size */
};

/* The record that stands for it after linking, or itself; NULL for NULL. */
static inline const struct record *record_linked(const struct record *record)
{
    return record && record->definition ? record->definition : record;
}

struct type type_int(uint32_t bits, bool is_signed);
struct type type_pointer(void);
struct type type_void(void);
bool type_equal(struct type a, struct type b);

/* The field of `record` named `name`, or NULL. */
const struct field *record_field(const struct record *record, const char *name);

#endif
