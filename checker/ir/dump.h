/* dump.h - the program as text that people and ir/read.h can read.
 *
 *     // a comment
 *     unit "drv.c"
 *     allowance "allow nmr/handle-lost -- as agreed" 15 ; 14:1
 *     record Device 128 {
 *       0 Next ptr<Device>
 *       64 Handles ptr[4]
 *     }
 *     global ptr @g_Handle internal ; 3:15
 *     global agg128<Table> @g_Table ; 4:7 {
 *       0 u16 28
 *       64 ptr function @Start
 *     }
 *     function i32 @Register(ptr<Device> $d, ptr $out) system ; "api.h":9:5
 *     function i32 @Start(ptr<Device> $device ; 10:20) role START ; 10:5 {
 *       local i32 $status ; 12:9
 *     b0:
 *       %0 = local $device ; 13:5
 *       %1 = load ptr %0 ; 13:5
 *       %2 = field %1 Device.Handles ; 13:13
 *       %3 = call i32 @Register(%1, %2) ; 13:5
 *       branch %3, b1, b2 "status" ; 14:9
 *     ...
 *     } ; 20:1
 *
 * Types are void, i1 to i64, u1 to u64, f32, f64, ptr and agg (an aggregate,
 * with its size in bits); `<Name>` after a type is the record it is, points to
 * or is an array of; `const` and `void` after a parameter's type say so of what
 * it points to: `ptr const void $from`. Names that are not identifiers are
 * quoted. What comes after the first of one name is told from it by a number:
 * @x, @x#2.
 * Instructions are spelled as in ops.def, with their type where it can vary:
 *
 *     %n = const i32 5                   %n = string "text"
 *     %n = function @f                   %n = unknown i32
 *     %n = global @g                     %n = local $v
 *     %n = field %a Record.Name          %n = field %a at 64
 *     %n = index %a, %i, 8               %n = load i32 %a
 *     store i32 %a, %v                   copy %to, %from, %size
 *     live $v                            %n = add i32 %x, %y
 *     %n = cast ptr<Record> %x           %n = raised
 *     call void @f(%x)                   %n = icall i32 %target(%x, %y)
 *     %n = opaque i32 "what"(%x)
 *     jump b1                            branch %n, b1, b2 "text"
 *     switch %n, 1: b1, 2: b2, else: b3 "text"
 *     return %n        return            raise        unreachable
 *
 * An allowance is what the text says to us, and the line that it is about.
 *
 * `.0` instead of `.Name` is the field of that number, and `at N` after a field
 * its offset where that is not the record's. A place is `; line:column`, with
 * the file's name before it where that is not the function's (for a function or
 * global: the unit's).
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_DUMP_H
#define UNLOADCHECK_IR_DUMP_H

#include <stdbool.h>
#include <stddef.h>

struct function;
struct program;
struct text;
struct unit;

struct dump_options {
    bool no_places;
    bool is_movable; /* A line of the file that a function is in is told from
                        the function's on, of which only the file is told; a
                        global's place is not told, nor are functions without a
                        body. ir/read.h cannot read it. */
};

void dump_unit(struct text *out, const struct unit *unit,
               struct dump_options options);

/* With the numbers that tell names apart in the whole unit. */
void dump_function(struct text *out, const struct function *function,
                   struct dump_options options);

/* What there is to know of functions without their bodies and places, in which
 * unit each is, and whether it is inert. */
void dump_declarations(struct text *out,
                       const struct function *const *functions, size_t count,
                       struct dump_options options);

/* A linked program as one unit: what counts, referring to what counts. */
void dump_program(struct text *out, const struct program *program,
                  struct dump_options options);

#endif
