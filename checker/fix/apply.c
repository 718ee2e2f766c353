/* apply.c - what a file holds with some fixes in it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/apply.h"

#include "support/text.h"

#include <string.h>

static bool is_same(const struct edit *a, const struct edit *b)
{
    return a->offset == b->offset && a->length == b->length &&
           strcmp(a->text, b->text) == 0;
}

static bool touches(const struct edit *a, const struct edit *b)
{
    return a->offset <= b->offset + b->length &&
           b->offset <= a->offset + a->length;
}

static bool has(const struct patch *patch, const struct edit *edit)
{
    vec_each (const struct edit, own, &patch->edits)
        if (is_same(own, edit))
            return true;
    return false;
}

bool patch_has(const struct patch *patch, const struct fix *fix)
{
    for (size_t i = 0; i < fix->edit_count; i++)
        if (!has(patch, &fix->edits[i]))
            return false;
    return true;
}

static void insert(struct arena *arena, struct patch *patch, struct edit edit)
{
    size_t at = patch->edits.count;

    vec_push(arena, &patch->edits, edit);
    for (; at > 0 && patch->edits.items[at - 1].offset > edit.offset; at--)
        patch->edits.items[at] = patch->edits.items[at - 1];
    patch->edits.items[at] = edit;
}

bool patch_add(struct arena *arena, struct patch *patch, const struct fix *fix)
{
    if (patch_has(patch, fix))
        return true;
    for (size_t i = 0; i < fix->edit_count; i++)
        vec_each (const struct edit, own, &patch->edits)
            if (touches(own, &fix->edits[i]))
                return false;
    for (size_t i = 0; i < fix->edit_count; i++)
        insert(arena, patch, fix->edits[i]);
    return true;
}

void patch_apply(const struct patch *patch, const char *text, size_t size,
                 struct text *out)
{
    size_t at = 0;

    vec_each (const struct edit, edit, &patch->edits) {
        text_add_n(out, text + at, edit->offset - at);
        text_add(out, edit->text);
        at = edit->offset + edit->length;
    }
    text_add_n(out, text + at, size - at);
}
