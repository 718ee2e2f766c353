/* span.h - JSON as the bytes that arrived.
 *
 * What stands between an editor and its server is passed on as it is: numbers,
 * order and members that nobody here knows stay what they were. So the few
 * values that matter are found in the bytes, and what is changed is put between
 * them. Only as much of JSON is looked at as is needed to tell where a value
 * ends; whether it is valid is for its reader to say.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_SPAN_H
#define UNLOADCHECK_EDITOR_SPAN_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct text;

/* Part of a message: lives as long as that. */
struct span {
    const char *data; /* NULL: nothing */
    size_t size;
};

/* The value of an object's member, without the blanks around it; nothing where
 * there is none. A name that is written with escapes is not found. */
struct span span_member(struct span object, const char *name);

/* As span_member, from member to member: "params.textDocument.uri". */
struct span span_path(struct span object, const char *names);

/* The next element of an array; `at` is 0 at first. Nothing at the end. */
struct span span_element(struct span array, size_t *at);

bool span_is(struct span span, const char *text);

/* A string without its quotes and escapes, in `arena`; NULL if it is none. */
char *span_string(struct arena *arena, struct span span);

/* As span_string for a text, which may have NULs in it; false if it is none. */
bool span_text(struct arena *arena, struct span span, struct span *text);

/* An integer; `otherwise` if it is none. */
long long span_integer(struct span span, long long otherwise);

/* Adds all of `whole` but `part`, which is inside it, and `text` instead. */
void span_replace(struct text *out, struct span whole, struct span part,
                  const char *text);

/* Adds `whole` with `members`, written with commas between them, in front of
 * those of `object`, which is inside it. */
void span_insert(struct text *out, struct span whole, struct span object,
                 const char *members);

/* Adds `whole` with `items`, written with commas between them, behind the last
 * element of `array`, which is inside it; `null` stands for an empty array. */
void span_append(struct text *out, struct span whole, struct span array,
                 const char *items);

#endif
