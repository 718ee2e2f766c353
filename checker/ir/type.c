/* type.c - the types by value, and fields by name. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/type.h"

#include <string.h>

/* Drivers are checked for a 64-bit target. */
enum { POINTER_BITS = 64 };

struct type type_int(uint32_t bits, bool is_signed)
{
    return (struct type){
        .kind = TYPE_INT,
        .is_signed = is_signed,
        .bits = bits,
    };
}

struct type type_pointer(void)
{
    return (struct type){ .kind = TYPE_POINTER, .bits = POINTER_BITS };
}

struct type type_void(void)
{
    return (struct type){ .kind = TYPE_VOID };
}

bool type_equal(struct type a, struct type b)
{
    return a.kind == b.kind && a.is_signed == b.is_signed && a.bits == b.bits;
}

const struct field *record_field(const struct record *record, const char *name)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (strcmp(record->fields[i].name, name) == 0)
            return &record->fields[i];
    return NULL;
}
