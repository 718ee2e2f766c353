/* layout.c - how the code around a fix is laid out, and edits in that way. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/layout.h"

#include "support/arena.h"

#include <string.h>

/* How often each way to write brackets was met. */
struct counts {
    size_t none;
    size_t same_line;
    size_t next_line;
};

static struct token token_of(const struct sketch *sketch, size_t token)
{
    return sketch->tokens.items[token];
}

static size_t line_start(const struct sketch *sketch, size_t offset)
{
    return sketch->lines.items[sketch_line(sketch, offset)];
}

/* Before what ends the line. */
static size_t line_end(const struct sketch *sketch, size_t offset)
{
    size_t end = offset + strcspn(sketch->text + offset, "\n");

    if (end > offset && sketch->text[end] == '\n' &&
        sketch->text[end - 1] == '\r')
        end--;
    return end;
}

static bool is_blank(const char *from, const char *to)
{
    while (from < to && strchr(" \t\r\n", *from))
        from++;
    return from == to;
}

static bool is_first_on_line(const struct sketch *sketch, size_t token)
{
    size_t start = token_of(sketch, token).start;

    return is_blank(sketch->text + line_start(sketch, start),
                    sketch->text + start);
}

const char *layout_indent(const struct layout *layout, size_t token)
{
    const struct sketch *sketch = layout->sketch;
    const char *line =
        sketch->text + line_start(sketch, token_of(sketch, token).start);

    return arena_strndup(layout->arena, line, strspn(line, " \t"));
}

static void count(const struct sketch *sketch, size_t head,
                  struct counts *counts)
{
    size_t close = sketch_close(sketch, head + 1);

    if (close == NO_TOKEN || close + 1 >= sketch->tokens.count)
        return;

    size_t start = token_of(sketch, close).start;
    size_t next = token_of(sketch, close + 1).start;

    if (!sketch_is(sketch, close + 1, "{"))
        counts->none++;
    else if (sketch_line(sketch, start) == sketch_line(sketch, next))
        counts->same_line++;
    else
        counts->next_line++;
}

static struct counts count_all(const struct sketch *sketch)
{
    static const char *const heads[] = { "if", "for", "while" };
    struct counts counts = { 0 };

    for (size_t i = 0; i + 1 < sketch->tokens.count; i++)
        for (size_t j = 0; j < sizeof(heads) / sizeof(*heads); j++)
            if (sketch_is(sketch, i, heads[j]) && sketch_is(sketch, i + 1, "("))
                count(sketch, i, &counts);
    return counts;
}

/* What the first line inside the function has and its bracket has not. */
static const char *unit_of(const struct layout *layout,
                           const struct statement *body)
{
    const char *outer = layout_indent(layout, body->first);
    size_t length = strlen(outer);

    vec_each (struct statement *, part, &body->parts) {
        if ((*part)->kind == STATEMENT_DIRECTIVE ||
            (*part)->kind == STATEMENT_LABEL ||
            !is_first_on_line(layout->sketch, (*part)->first))
            continue;
        const char *inner = layout_indent(layout, (*part)->first);
        if (strlen(inner) > length && strncmp(inner, outer, length) == 0)
            return inner + length;
    }
    return "    ";
}

struct layout layout_of(const struct sketch *sketch,
                        const struct statement *body)
{
    struct counts counts = count_all(sketch);
    struct layout layout = { .arena = sketch->arena, .sketch = sketch };
    size_t end = line_end(sketch, token_of(sketch, body->first).start);

    layout.newline = sketch->text[end] == '\r' ? "\r\n" : "\n";
    layout.unit = unit_of(&layout, body);
    layout.has_brackets = counts.none <= counts.same_line + counts.next_line;
    layout.brackets_go_down = counts.next_line > counts.same_line;
    return layout;
}

static const char *deeper(const struct layout *layout, const char *indent)
{
    return arena_format(layout->arena, "%s%s", indent, layout->unit);
}

static void add_bracket(const struct layout *layout, const char *indent,
                        struct text *out)
{
    if (layout->brackets_go_down)
        text_addf(out, "%s%s{%s", layout->newline, indent, layout->newline);
    else
        text_addf(out, " {%s", layout->newline);
}

/* `if (condition)` over the plan. */
static void add_if(const struct layout *layout, const char *indent,
                   const char *condition, const struct plan *plan,
                   const char *argument, struct text *out)
{
    bool is_one = !plan->next;
    bool has_brackets = layout->has_brackets || !is_one;

    text_addf(out, "%sif (%s)", indent, condition);
    if (has_brackets)
        add_bracket(layout, indent, out);
    else
        text_add(out, layout->newline);
    layout_add_plan(layout, deeper(layout, indent), plan, argument, out);
    if (has_brackets)
        text_addf(out, "%s}%s", indent, layout->newline);
}

void layout_add_plan(const struct layout *layout, const char *indent,
                     const struct plan *plan, const char *argument,
                     struct text *out)
{
    for (; plan; plan = plan->next) {
        const char *call = arena_format(layout->arena, "%s(%s)",
                                        plan->call->function, argument);
        if (plan->next && plan->when) {
            add_if(layout, indent,
                   arena_format(layout->arena, "%s == %s", call, plan->when),
                   plan->next, argument, out);
            return;
        }
        text_addf(out, "%s%s;%s", indent, call, layout->newline);
    }
}

void layout_add_guarded(const struct layout *layout, const char *indent,
                        const char *condition, const struct plan *plan,
                        const char *argument, struct text *out)
{
    if (condition)
        add_if(layout, indent, condition, plan, argument, out);
    else
        layout_add_plan(layout, indent, plan, argument, out);
}

/* Nothing but blanks and whole comments stands behind it on its line. */
static bool ends_line(const struct sketch *sketch, size_t token)
{
    size_t from = token_of(sketch, token).end, to = line_end(sketch, from);
    const char *rest =
        arena_strndup(sketch->arena, sketch->text + from, to - from);
    const char *open = strstr(rest, "/*");

    if (token + 1 < sketch->tokens.count &&
        token_of(sketch, token + 1).start < to)
        return false;
    if (to != from && sketch->text[to - 1] == '\\')
        return false;
    return !open || strstr(rest, "//") || strstr(open + 2, "*/");
}

bool layout_spot(const struct layout *layout, const struct statement *statement,
                 struct spot *spot)
{
    const struct sketch *sketch = layout->sketch;

    *spot = (struct spot){ .statement = statement };
    if (!ends_line(sketch, statement->last))
        return false;
    spot->is_bare = statement_is_bare(statement);
    if (!spot->is_bare) {
        spot->indent = layout_indent(layout, statement->first);
        return is_first_on_line(sketch, statement->first);
    }
    spot->outer = layout_indent(layout, statement->parent->first);
    spot->indent = deeper(layout, spot->outer);
    return is_blank(sketch->text + token_of(sketch, statement->first - 1).end,
                    sketch->text + token_of(sketch, statement->first).start);
}

/* One that touches the last is made a part of it. */
static void add_edit(const struct layout *layout, size_t from, size_t to,
                     const char *text, struct edits *edits)
{
    struct edit edit = { from, to - from, text };

    if (edits->count != 0) {
        struct edit *last = &vec_last(edits);
        if (last->offset + last->length == from) {
            last->length += edit.length;
            last->text = arena_format(layout->arena, "%s%s", last->text, text);
            return;
        }
    }
    vec_push(layout->arena, edits, edit);
}

/* Whole lines, but for the first's indentation, which is there, and the
 * statement's own, which is not. */
static const char *in_front(const struct layout *layout,
                            const struct spot *spot, const char *before)
{
    struct text text = text_make(layout->arena);

    if (spot->is_bare) {
        add_bracket(layout, spot->outer, &text);
        text_addf(&text, "%s%s", before ? before : "", spot->indent);
    } else {
        text_addf(&text, "%s%s", before + strlen(spot->indent), spot->indent);
    }
    return text_str(&text);
}

static const char *behind(const struct layout *layout, const struct spot *spot,
                          const char *after)
{
    struct text text = text_make(layout->arena);
    size_t length = after ? strlen(after) - strlen(layout->newline) : 0;

    if (after)
        text_add(&text, layout->newline);
    if (after)
        text_add_n(&text, after, length);
    if (spot->is_bare)
        text_addf(&text, "%s%s}", layout->newline, spot->outer);
    return text_str(&text);
}

/* Where the `else` behind a bare statement stands, if it goes on the line of
 * the bracket that the statement gets; else `end`. */
static size_t end_of_gap(const struct layout *layout, const struct spot *spot,
                         size_t end)
{
    const struct sketch *sketch = layout->sketch;
    size_t next = spot->statement->last + 1;

    if (!spot->is_bare || layout->brackets_go_down ||
        !sketch_is(sketch, next, "else"))
        return end;

    size_t start = token_of(sketch, next).start;

    return is_blank(sketch->text + end, sketch->text + start) ? start : end;
}

void layout_rewrite(const struct layout *layout, const struct spot *spot,
                    const char *before, const char *instead, const char *after,
                    struct edits *edits)
{
    const struct sketch *sketch = layout->sketch;
    const struct statement *statement = spot->statement;
    struct token first = token_of(sketch, statement->first);
    struct token last = token_of(sketch, statement->last);
    size_t end = line_end(sketch, last.end);

    if (spot->is_bare)
        add_edit(layout, token_of(sketch, statement->first - 1).end,
                 first.start, in_front(layout, spot, before), edits);
    else if (before)
        add_edit(layout, first.start, first.start,
                 in_front(layout, spot, before), edits);
    if (instead)
        add_edit(layout, first.start, last.end, instead, edits);
    if (after || spot->is_bare) {
        size_t gap = end_of_gap(layout, spot, end);
        const char *text = behind(layout, spot, after);
        if (gap != end)
            text = arena_format(layout->arena, "%s ", text);
        add_edit(layout, end, gap, text, edits);
    }
}

const char *layout_inside(const struct layout *layout,
                          const struct statement *block)
{
    return deeper(layout, layout_indent(layout, block->first));
}

bool layout_open(const struct layout *layout, const struct statement *block,
                 const char *lines, struct edits *edits)
{
    size_t end =
        line_end(layout->sketch, token_of(layout->sketch, block->first).end);
    size_t length = strlen(lines) - strlen(layout->newline);

    if (!ends_line(layout->sketch, block->first))
        return false;
    add_edit(layout, end, end,
             arena_format(layout->arena, "%s%.*s", layout->newline, (int)length,
                          lines),
             edits);
    return true;
}

void layout_enclose(const struct layout *layout, const struct statement *first,
                    const struct statement *last, const char *condition,
                    struct edits *edits)
{
    const struct sketch *sketch = layout->sketch;
    const char *indent = layout_indent(layout, first->first);
    size_t from = sketch_line(sketch, token_of(sketch, first->first).start);
    size_t behind = token_of(sketch, last->last).end;
    size_t to = sketch_line(sketch, behind), end = line_end(sketch, behind);
    struct text head = text_make(layout->arena);

    text_addf(&head, "%sif (%s)", indent, condition);
    add_bracket(layout, indent, &head);
    text_add(&head, layout->unit);
    for (size_t line = from; line <= to; line++) {
        size_t start = sketch->lines.items[line];
        if (!strchr("\r\n", sketch->text[start]))
            add_edit(layout, start, start,
                     line == from ? text_str(&head) : layout->unit, edits);
    }
    add_edit(layout, end, end,
             arena_format(layout->arena, "%s%s}", layout->newline, indent),
             edits);
}

bool layout_remove(const struct layout *layout,
                   const struct statement *statement, struct edits *edits)
{
    const struct sketch *sketch = layout->sketch;
    struct token first = token_of(sketch, statement->first);
    struct token last = token_of(sketch, statement->last);
    size_t start = line_start(sketch, first.start);
    size_t end = line_end(sketch, last.end);

    if (!is_first_on_line(sketch, statement->first) ||
        !is_blank(sketch->text + last.end, sketch->text + end) ||
        sketch->text[end] == '\0')
        return false;
    end += strspn(sketch->text + end, "\r");
    add_edit(layout, start, end + 1, "", edits);
    return true;
}
