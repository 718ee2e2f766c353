/* diff.c - edits as a unified diff.
 *
 * What changes is known, so nothing need be searched for: the lines that an
 * edit meets are taken out and put back as they are behind it, without those
 * that stay the same at either end. Changes so near to each other that the
 * lines around them meet are one hunk.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/apply.h"
#include "support/text.h"

#include <string.h>

enum { AROUND = 3 };

/* Where each line starts, and the end of the text. */
struct lines {
    const char *text;
    struct vec_of(size_t) starts;
};

/* Old lines from `first` up to `end` become those of `put`. */
struct change {
    size_t first;
    size_t end;
    struct lines put;
    size_t put_first;
    size_t put_end;
};

struct diffing {
    struct arena *arena;
    const struct patch *patch;
    struct lines old;
    struct vec_of(struct change) changes;
};

static size_t count_of(const struct lines *lines)
{
    return lines->starts.count - 1;
}

static struct lines lines_of(struct arena *arena, const char *text, size_t size)
{
    struct lines lines = { .text = text };

    for (size_t at = 0; at < size;) {
        const char *end = memchr(text + at, '\n', size - at);
        vec_push(arena, &lines.starts, at);
        at = end ? (size_t)(end - text) + 1 : size;
    }
    vec_push(arena, &lines.starts, size);
    return lines;
}

/* The end of the text lies in the last line. */
static size_t line_at(const struct lines *lines, size_t offset)
{
    size_t line = 0;

    while (line + 1 < count_of(lines) &&
           lines->starts.items[line + 1] <= offset)
        line++;
    return line;
}

static bool is_same_line(const struct lines *a, size_t x, const struct lines *b,
                         size_t y)
{
    size_t length = a->starts.items[x + 1] - a->starts.items[x];

    return length == b->starts.items[y + 1] - b->starts.items[y] &&
           memcmp(a->text + a->starts.items[x], b->text + b->starts.items[y],
                  length) == 0;
}

static void trim(const struct lines *old, struct change *change)
{
    while (change->first < change->end && change->put_first < change->put_end &&
           is_same_line(old, change->first, &change->put, change->put_first)) {
        change->first++;
        change->put_first++;
    }
    while (
        change->first < change->end && change->put_first < change->put_end &&
        is_same_line(old, change->end - 1, &change->put, change->put_end - 1)) {
        change->end--;
        change->put_end--;
    }
}

/* Of the edits from `index` on that meet the same lines; the next one's. */
static size_t add_change(struct diffing *diffing, size_t index)
{
    const struct edit *edits = diffing->patch->edits.items;
    struct text text = text_make(diffing->arena);
    struct change change = { .first =
                                 line_at(&diffing->old, edits[index].offset) };
    size_t at = diffing->old.starts.items[change.first];

    change.end = change.first;
    while (index < diffing->patch->edits.count &&
           (change.end == change.first ||
            edits[index].offset < diffing->old.starts.items[change.end])) {
        const struct edit *edit = &edits[index++];
        text_add_n(&text, diffing->old.text + at, edit->offset - at);
        text_add(&text, edit->text);
        at = edit->offset + edit->length;
        change.end = line_at(&diffing->old, at) + 1;
    }
    text_add_n(&text, diffing->old.text + at,
               diffing->old.starts.items[change.end] - at);
    change.put = lines_of(diffing->arena, text_str(&text), text.length);
    change.put_end = count_of(&change.put);
    trim(&diffing->old, &change);
    vec_push(diffing->arena, &diffing->changes, change);
    return index;
}

static void add_lines(const struct lines *lines, size_t first, size_t end,
                      char sign, struct text *out)
{
    for (size_t line = first; line < end; line++) {
        size_t start = lines->starts.items[line];
        size_t length = lines->starts.items[line + 1] - start;
        text_add_char(out, sign);
        text_add_n(out, lines->text + start, length);
        if (lines->text[start + length - 1] != '\n')
            text_add(out, "\n\\ No newline at end of file\n");
    }
}

/* Lines are counted from 1, but where there are none, from those before. */
static void add_span(size_t first, size_t count, struct text *out)
{
    text_addf(out, "%zu", count == 0 ? first : first + 1);
    if (count != 1)
        text_addf(out, ",%zu", count);
}

/* The changes from `first` up to `end`; how many lines there are more now. */
static size_t add_hunk(const struct diffing *diffing, size_t first, size_t end,
                       size_t more, struct text *out)
{
    const struct change *changes = diffing->changes.items;
    size_t start = changes[first].first, stop = changes[end - 1].end;
    size_t put = 0, taken = 0;

    start = start > AROUND ? start - AROUND : 0;
    stop = stop + AROUND < count_of(&diffing->old) ? stop + AROUND
                                                   : count_of(&diffing->old);
    for (size_t i = first; i < end; i++) {
        put += changes[i].put_end - changes[i].put_first;
        taken += changes[i].end - changes[i].first;
    }
    text_add(out, "@@ -");
    add_span(start, stop - start, out);
    text_add(out, " +");
    add_span(start + more, stop - start + put - taken, out);
    text_add(out, " @@\n");
    for (size_t i = first; i < end; i++) {
        add_lines(&diffing->old, start, changes[i].first, ' ', out);
        add_lines(&diffing->old, changes[i].first, changes[i].end, '-', out);
        add_lines(&changes[i].put, changes[i].put_first, changes[i].put_end,
                  '+', out);
        start = changes[i].end;
    }
    add_lines(&diffing->old, start, stop, ' ', out);
    return more + put - taken;
}

void patch_add_diff(const struct patch *patch, const char *path,
                    const char *text, size_t size, struct text *out)
{
    struct diffing diffing = { .arena = out->arena, .patch = patch };
    size_t more = 0;

    diffing.old = lines_of(out->arena, text, size);
    for (size_t i = 0; i < patch->edits.count;)
        i = add_change(&diffing, i);
    text_addf(out, "--- a/%s\n+++ b/%s\n", path, path);
    for (size_t first = 0, end; first < diffing.changes.count; first = end) {
        const struct change *changes = diffing.changes.items;
        end = first + 1;
        while (end < diffing.changes.count &&
               changes[end].first <= changes[end - 1].end + (size_t)2 * AROUND)
            end++;
        more = add_hunk(&diffing, first, end, more, out);
    }
}
