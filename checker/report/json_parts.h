/* json_parts.h - JSON, as all forms of it that we write need it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_JSON_PARTS_H
#define UNLOADCHECK_REPORT_JSON_PARTS_H

#include <jansson.h>

struct fail_message;
struct finding;
struct report;
struct text;

/* A string, with U+FFFD for what no JSON can say (support/utf8.h). */
json_t *json_text(const char *string);

/* Adds a member to an object, or an item to an array, and takes it over;
 * nothing is done where `value` is NULL. */
void json_put(json_t *object, const char *key, json_t *value);
void json_push(json_t *array, json_t *value);

/* As json_put of a text or a number; NULL and 0 stand for what is not there
 * and put nothing. */
void json_put_text(json_t *object, const char *key, const char *string);
void json_put_count(json_t *object, const char *key, size_t count);

/* Adds the value, indented, members in the order in which they were put, and
 * drops it. */
void json_finish(json_t *value, struct text *out);

#endif
