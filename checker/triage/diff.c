/* diff.c - reads a unified diff, with or without lines around the change.
 *
 * The lines of a hunk are counted off as its head says, since a line that was
 * put in may look like a head itself. Of a run of lines that were put in and
 * taken away, those put in are changed. If it took some away, the lines around
 * it are changed too: the path went, or goes now, past there.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/path.h"
#include "support/text.h"
#include "triage/changes.h"
#include "triage/changes_priv.h"

#include <stdlib.h>
#include <string.h>

struct reading {
    struct changes *changes;
    const char *folder;
    const char *at;
    struct changed_file *file; /* NULL: of lines that are nowhere now */
};

/* What is left of a hunk. */
struct hunk {
    unsigned long old_left;
    unsigned long new_left;
    uint32_t line; /* the next one of the new file */
    uint32_t put;  /* in the run so far */
    uint32_t taken;
};

/* The line without what ends it; `at` goes to the next. */
static size_t next_line(struct reading *reading, const char **line)
{
    size_t length = strcspn(reading->at, "\n");

    *line = reading->at;
    reading->at += length + (reading->at[length] == '\n');
    return length;
}

static bool starts_with(const char *line, size_t length, const char *start)
{
    size_t wanted = strlen(start);

    return length >= wanted && memcmp(line, start, wanted) == 0;
}

/* One character behind a backslash, as C has them. */
static const char *unquote_one(const char *at, const char *end,
                               struct text *out)
{
    static const char letters[] = "abtnvfr\"\\";
    static const char meant[] = "\a\b\t\n\v\f\r\"\\";
    const char *found = strchr(letters, *at);

    if (found && *found != '\0') {
        text_add_char(out, meant[found - letters]);
        return at + 1;
    }

    unsigned code = 0;
    int digits = 0;

    for (; digits < 3 && at < end && *at >= '0' && *at <= '7'; digits++)
        code = code * 8 + (unsigned)(*at++ - '0');
    if (digits != 0)
        text_add_char(out, (char)(unsigned char)code);
    return digits != 0 ? at : at + 1;
}

/* A name as git writes it: in quotes if anything in it is unusual, and with a
 * tab behind it if a blank is in it. */
static const char *name_of(struct arena *arena, const char *at, size_t length)
{
    struct text name = text_make(arena);
    const char *end = at + length;

    if (length != 0 && *at == '"') {
        for (at++; at < end && *at != '"';)
            if (*at == '\\' && at + 1 < end)
                at = unquote_one(at + 1, end, &name);
            else
                text_add_char(&name, *at++);
    } else {
        const char *tab = memchr(at, '\t', length);
        if (tab)
            end = tab;
        if (end > at && end[-1] == '\r')
            end--;
        text_add_n(&name, at, (size_t)(end - at));
    }
    return text_str(&name);
}

static void start_file(struct reading *reading, const char *at, size_t length)
{
    struct arena *arena = reading->changes->arena;
    const char *name = name_of(arena, at, length);

    reading->file = NULL;
    if (strcmp(name, "/dev/null") == 0)
        return;
    if (strncmp(name, "b/", 2) == 0)
        name += 2;
    reading->file =
        changes_file(reading->changes, path_join(arena, reading->folder, name));
}

static void end_run(struct reading *reading, struct hunk *hunk)
{
    struct arena *arena = reading->changes->arena;
    struct line_range range = { hunk->line - hunk->put, hunk->line - 1 };

    if (hunk->taken != 0) {
        range.first -= range.first > 1;
        range.last++;
    }
    if (reading->file && (hunk->put != 0 || hunk->taken != 0))
        vec_push(arena, &reading->file->lines, range);
    if (reading->file && hunk->taken > hunk->put)
        vec_push(arena, &reading->file->gaps, hunk->line - 1);
    hunk->put = 0;
    hunk->taken = 0;
}

static void read_lines(struct reading *reading, struct hunk hunk)
{
    const char *line;

    while ((hunk.old_left != 0 || hunk.new_left != 0) && *reading->at != '\0') {
        size_t length = next_line(reading, &line);
        char sign = length != 0 ? *line : ' ';
        if (sign == '\\')
            continue;
        if (sign == '-') {
            hunk.taken++;
        } else if (sign == '+') {
            hunk.put++;
            hunk.line++;
        } else {
            end_run(reading, &hunk);
            hunk.line++;
        }
        hunk.old_left -= sign != '+' && hunk.old_left != 0;
        hunk.new_left -= sign != '-' && hunk.new_left != 0;
    }
    end_run(reading, &hunk);
}

/* "12,3", where "12" is "12,1". */
static const char *read_span(const char *at, unsigned long *first,
                             unsigned long *count)
{
    char *end;

    *first = strtoul(at, &end, 10);
    *count = 1;
    if (*end == ',')
        *count = strtoul(end + 1, &end, 10);
    return end;
}

/* The new lines of a hunk that has none are those behind the first. */
static void read_hunk(struct reading *reading, const char *head)
{
    unsigned long old_first, first;
    struct hunk hunk = { 0 };
    const char *at =
        read_span(head + strlen("@@ -"), &old_first, &hunk.old_left);

    if (strncmp(at, " +", 2) != 0)
        return;
    read_span(at + 2, &first, &hunk.new_left);
    hunk.line = (uint32_t)first + (hunk.new_left == 0);
    read_lines(reading, hunk);
}

void changes_add_diff(struct changes *changes, const char *folder,
                      const char *diff)
{
    struct reading reading = { changes, folder, diff, NULL };
    const char *line;

    while (*reading.at != '\0') {
        size_t length = next_line(&reading, &line);
        if (starts_with(line, length, "+++ "))
            start_file(&reading, line + 4, length - 4);
        else if (starts_with(line, length, "@@ -"))
            read_hunk(&reading, line);
    }
}
