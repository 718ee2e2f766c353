/* line_filter.c - reads clang-tidy's way to name lines. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/fail.h"
#include "triage/changes.h"
#include "triage/changes_priv.h"

#include <inttypes.h>
#include <jansson.h>

static bool refuse(struct fail *fail, const char *origin, const char *why)
{
    fail_add(fail, (struct fail_place){ .file = origin },
             "the line filter %s; it is like [{\"name\": \"driver.c\", "
             "\"lines\": [[1, 3]]}]",
             why);
    return false;
}

/* NULL, or what is wrong. */
static const char *add_range(struct arena *arena, struct changed_file *file,
                             const json_t *item)
{
    const json_t *first = json_array_get(item, 0);
    const json_t *last = json_array_get(item, 1);
    json_int_t from = json_integer_value(first), to = json_integer_value(last);

    if (json_array_size(item) != 2 || !json_is_integer(first) ||
        !json_is_integer(last))
        return "has lines that are no pair of numbers";
    if (from < 1 || from > to)
        return "has lines that end before they start";

    struct line_range range = {
        (uint32_t)(from > UINT32_MAX ? UINT32_MAX : from),
        (uint32_t)(to > UINT32_MAX ? UINT32_MAX : to),
    };

    vec_push(arena, &file->lines, range);
    return NULL;
}

static const char *add_entry(struct changes *changes, const json_t *entry)
{
    const char *name = json_string_value(json_object_get(entry, "name"));
    const json_t *lines = json_object_get(entry, "lines");
    const char *wrong = NULL;
    const json_t *item;
    size_t i;

    if (!name || *name == '\0')
        return "has an entry without a name";
    if (lines && !json_is_array(lines))
        return "has lines that are no list";

    struct changed_file *file = changes_file(changes, name);

    file->is_whole = json_array_size(lines) == 0;
    json_array_foreach(lines, i, item)
    {
        if (!wrong)
            wrong = add_range(changes->arena, file, item);
    }
    return wrong;
}

bool changes_add_filter(struct changes *changes, const char *text,
                        const char *origin, struct fail *fail)
{
    json_error_t error;
    json_t *all = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    const char *wrong = NULL;
    const json_t *entry;
    size_t i;

    if (!all)
        wrong = "is not JSON";
    else if (!json_is_array(all))
        wrong = "is no list";
    json_array_foreach(all, i, entry)
    {
        if (!wrong)
            wrong = add_entry(changes, entry);
    }
    json_decref(all);
    return wrong ? refuse(fail, origin, wrong) : true;
}
